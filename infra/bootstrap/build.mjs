import { existsSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { filesUnder } from './files.mjs';
import { fingerprint, isStamped, writeStamp } from './build-stamp.mjs';
import { buildWeb, isWebBuilt } from './build-web.mjs';
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
export const isBuilt = (root) => areProgramsBuilt(root) && isWebBuilt(root);

/** @param {string} root */
const areProgramsBuilt = (root) =>
  isStamped(stampFileOf(root), fingerprint(root, [...BUILD_SETTINGS, ...sourcesOf(root)]));

/**
 * Rebuilds what has changed since the last build: the programs, the pages of the web, or both.
 * @param {string} root
 */
export async function ensureBuilt(root) {
  if (isBuilt(root)) return;
  console.log('Building ...');
  await buildParts(root, { programs: !areProgramsBuilt(root), web: !isWebBuilt(root) });
}

/**
 * Rebuilds all of dist/.
 * @param {string} root
 */
export async function build(root) {
  console.log('Building ...');
  await buildParts(root, { programs: true, web: true });
}

/**
 * One after the other, as a signal ends the one child that runs.
 * @param {string} root
 * @param {{ programs: boolean; web: boolean }} parts
 */
async function buildParts(root, parts) {
  if (parts.programs) await buildPrograms(root);
  if (parts.web) await buildWeb(root);
}

/**
 * The workflow bundle is built too, so that a worker starts fast.
 * @param {string} root
 */
async function buildPrograms(root) {
  const print = fingerprint(root, [...BUILD_SETTINGS, ...sourcesOf(root)]);
  const dist = path.join(root, 'dist');
  removePrograms(dist);
  await nestBuild(root);
  await bundleWorkflows(dist);
  writeStamp(stampFileOf(root), print);
}

/** Removes all of dist/ but the pages, which have a stamp of their own. @param {string} dist */
function removePrograms(dist) {
  if (!existsSync(dist)) return;
  for (const name of readdirSync(dist).filter((it) => it !== 'web'))
    rmSync(path.join(dist, name), { recursive: true, force: true });
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
