import { copyFileSync, mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';

/**
 * Sources to JavaScript, file by file, without a type check (that is `npm run check`). Anything that is not
 * TypeScript is copied, so `new URL('./x.json', import.meta.url)` finds the same neighbour before and after.
 * @param {string} root
 * @param {readonly string[]} files relative to `root`
 * @param {string} outDir
 */
export async function transpile(root, files, outDir) {
  const { transform } = await import('@swc/core');
  const { readFile } = await import('node:fs/promises');
  await Promise.all(
    files.map(async (file) => {
      const from = path.join(root, file);
      const to = path.join(outDir, file);
      mkdirSync(path.dirname(to), { recursive: true });
      if (!file.endsWith('.ts')) return copyFileSync(from, to);
      const result = await transform(await readFile(from, 'utf8'), {
        cwd: root,
        filename: from,
        sourceFileName: path.relative(path.dirname(path.join(root, 'dist', file)), from),
        configFile: path.join(root, '.swcrc'),
      });
      const out = to.replace(/\.ts$/, '.js');
      writeFileSync(out, `${result.code}\n//# sourceMappingURL=${path.basename(out)}.map\n`);
      writeFileSync(`${out}.map`, result.map ?? '');
    }),
  );
}
