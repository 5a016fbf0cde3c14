import type { Plugin, Rolldown } from 'vite';

/** The source files of the pages behind an address, by a pattern of its path. */
export type PagesOf = Readonly<Record<string, readonly string[]>>;

type Bundle = Rolldown.OutputBundle;
type Chunk = Rolldown.OutputChunk;

const EARLY = 'src/early.ts';

/**
 * Puts `early.ts` first in every page, with the files that each address will need: the browser fetches them, and what the page asks the
 * server, while the script of the entry is still on its way.
 * @param pages  by the name of the html file.
 */
export function firstLoad(pages: Readonly<Record<string, PagesOf>>): Plugin {
  return {
    name: 'first-load',
    transformIndexHtml: {
      order: 'post',
      handler(html, { bundle, filename, chunk: entry }) {
        if (!bundle || !entry) return html;
        const loaded = filesOf(bundle, [entry]);
        const files = Object.entries(pages[filename.split('/').at(-1) ?? ''] ?? {}).map(([pattern, sources]) => {
          const needed = filesOf(
            bundle,
            sources.map((source) => chunkOf(bundle, source)),
          );
          return [pattern, [...needed].filter((file) => !loaded.has(file))];
        });
        const content = JSON.stringify(files).replaceAll('"', '&quot;');
        const script = `<script type="module" async fetchpriority="high" src="/${chunkOf(bundle, EARLY).fileName}"></script>`;
        return html.replace(
          '<title>',
          () => `<meta name="first-load" content="${content}" />\n    ${script}\n    <title>`,
        );
      },
    },
  };
}

function chunkOf(bundle: Bundle, source: string): Chunk {
  for (const file of Object.values(bundle))
    if (file.type === 'chunk' && file.facadeModuleId?.endsWith(source)) return file;
  throw new Error(`no chunk begins with ${source}`);
}

/** The scripts and styles that come with the chunks, and with what they import. */
function filesOf(bundle: Bundle, chunks: readonly Chunk[], found = new Set<string>()): ReadonlySet<string> {
  for (const chunk of chunks) {
    if (found.has(chunk.fileName)) continue;
    found.add(chunk.fileName);
    for (const css of chunk.viteMetadata?.importedCss ?? []) found.add(css);
    const imported = chunk.imports.map((name) => bundle[name]).filter((file) => file?.type === 'chunk');
    filesOf(bundle, imported, found);
  }
  return found;
}
