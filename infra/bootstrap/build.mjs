import { existsSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { filesUnder } from './files.mjs';
import { fingerprint, isStamped, writeStamp } from './build-stamp.mjs';
import { runChild } from './run-child.mjs';

const BUILD_SETTINGS = [
  '.swcrc',
  'nest-cli.json',
  'tsconfig.json',
  'tsconfig.build.json',
  'package.json',
  'package-lock.json',
];

/** @param {string} root */
export const isBuilt = (root) =>
  isStamped(stampFileOf(root), fingerprint(root, [...BUILD_SETTINGS, ...sourcesOf(root)]));

/**
 * Rebuilds dist/ when a source has changed since the last build. The workflow bundle is built too, so that a worker starts fast.
 * @param {string} root
 */
export async function ensureBuilt(root) {
  if (!isBuilt(root)) await build(root);
}

/** @param {string} root */
export async function build(root) {
  console.log('Building ...');
  const print = fingerprint(root, [...BUILD_SETTINGS, ...sourcesOf(root)]);
  const dist = path.join(root, 'dist');
  rmSync(dist, { recursive: true, force: true });
  await nestBuild(root);
  await bundleWorkflows(dist);
  writeStamp(stampFileOf(root), print);
}

/**
 * Transpiles the folders of nest-cli.json to dist/ file by file, without a type check (`npm run check` does that), and copies
 * every other file, so that `new URL('./x.json', import.meta.url)` also works in dist/.
 * @param {string} root
 */
async function nestBuild(root) {
  const nest = path.join(root, 'node_modules', '@nestjs', 'cli', 'bin', 'nest.js');
  const outcome = await runChild(process.execPath, [nest, 'build'], {
    cwd: root,
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  if (outcome !== 'exit 0') throw new Error(`"nest build" failed (${outcome}). Run "npx nest build" to see more.`);
}

/** @param {string} root */
const stampFileOf = (root) => path.join(root, 'dist', '.stamp');

/** @param {string} root */
const sourcesOf = (root) => filesUnder(root, builtFolders(root)).filter((file) => !file.endsWith('.spec.ts'));

/** @param {string} root @returns {readonly string[]} */
const builtFolders = (root) =>
  JSON.parse(readFileSync(path.join(root, 'nest-cli.json'), 'utf8')).compilerOptions.builder.options.filenames;

/** @param {string} dist */
async function bundleWorkflows(dist) {
  if (!existsSync(path.join(dist, 'workflows', 'src', 'index.js'))) return;
  const { writeWorkflowBundle } = await import(
    pathToFileURL(path.join(dist, 'infra', 'up', 'workflow-bundle.js')).href
  );
  await writeWorkflowBundle(path.join(dist, 'workflows', 'src', 'index.js'), path.join(dist, 'workflow-bundle.js'));
}
