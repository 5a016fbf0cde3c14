import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import { fingerprint, isStamped, writeStamp } from './build-stamp.mjs';
import { filesUnder } from './files.mjs';
import { runChild } from './run-child.mjs';

const COMPRESSED = /\.(?:js|css|html)$/;

/** @param {string} root */
export const isWebBuilt = (root) => isStamped(stampFileOf(root), printOf(root));

/**
 * Builds the pages of apps/web to dist/web, with a compressed copy beside each file that gets smaller by it.
 * @param {string} root
 */
export async function buildWeb(root) {
  const print = printOf(root);
  const vite = path.join(root, 'node_modules', 'vite', 'bin', 'vite.js');
  const outcome = await runChild(process.execPath, [vite, 'build', 'apps/web'], {
    cwd: root,
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  if (outcome !== 'exit 0')
    throw new Error(`"vite build" failed (${outcome}). Run "npx vite build apps/web" to see more.`);
  const web = path.join(root, 'dist', 'web');
  for (const file of filesUnder(web, ['.']).filter((name) => COMPRESSED.test(name))) {
    const content = readFileSync(path.join(web, file));
    writeFileSync(path.join(web, `${file}.br`), brotliCompressSync(content));
    writeFileSync(path.join(web, `${file}.gz`), gzipSync(content));
  }
  writeStamp(stampFileOf(root), print);
}

/** @param {string} root */
const printOf = (root) => fingerprint(root, ['package-lock.json', 'tsconfig.json', ...filesUnder(root, ['apps/web'])]);

/** @param {string} root */
const stampFileOf = (root) => path.join(root, 'dist', 'web', '.stamp');
