import { readFileSync, statSync } from 'node:fs';
import path from 'node:path';

/** The pages of the web, which `npm test` and `npm run bench` have built. */
const WEB = path.resolve('dist/web');

/** What a browser without anything fetches to show one address, as kilobytes (1000 bytes) that were compressed with gzip. */
export interface FirstLoad {
  /** A pattern of the path; the empty one for what every page of the entry needs. */
  readonly address: string;
  readonly scriptKb: number;
  readonly styleKb: number;
}

/** @param page  `index.html` of staff, or `portal.html`. */
export function firstLoadsOf(page: 'index.html' | 'portal.html'): readonly FirstLoad[] {
  const html = readFileSync(path.join(WEB, page), 'utf8');
  const always = new Set([...html.matchAll(/(?:src|href)="\/(assets\/[^"]+)"/g)].map(([, file = '']) => file));
  const [, content = '[]'] = /name="first-load" content="([^"]*)"/.exec(html) ?? [];
  const pages = JSON.parse(content.replaceAll('&quot;', '"')) as readonly [string, readonly string[]][];
  return [['', []] as const, ...pages].map(([address, files]) => {
    const all = [...new Set([...always, ...files])];
    return { address, scriptKb: sizeOf(all, '.js'), styleKb: sizeOf(all, '.css') };
  });
}

function sizeOf(files: readonly string[], ending: string): number {
  const sizes = files
    .filter((file) => file.endsWith(ending))
    .map((file) => statSync(path.join(WEB, `${file}.gz`)).size);
  return sizes.reduce((sum, size) => sum + size, 0) / 1000;
}
