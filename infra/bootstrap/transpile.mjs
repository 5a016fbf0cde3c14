import { copyFileSync, mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';

/**
 * Transpiles TypeScript file by file, without a type check (`npm run check` does that). Copies every other file, so that
 * `new URL('./x.json', import.meta.url)` also works in dist/.
 * @param {string} root
 * @param {readonly string[]} files relative to `root`
 * @param {string} outDir
 */
export async function transpile(root, files, outDir) {
  const { transform } = await import('@swc/core');
  const { readFile } = await import('node:fs/promises');
  await Promise.all(
    files.map(async (file) => {
      const source = path.join(root, file);
      const target = path.join(outDir, file);
      mkdirSync(path.dirname(target), { recursive: true });
      if (!file.endsWith('.ts')) return copyFileSync(source, target);
      const result = await transform(await readFile(source, 'utf8'), {
        cwd: root,
        filename: source,
        sourceFileName: path.relative(path.dirname(path.join(root, 'dist', file)), source),
        configFile: path.join(root, '.swcrc'),
      });
      const outFile = target.replace(/\.ts$/, '.js');
      writeFileSync(outFile, `${result.code}\n//# sourceMappingURL=${path.basename(outFile)}.map\n`);
      writeFileSync(`${outFile}.map`, result.map ?? '');
    }),
  );
}
