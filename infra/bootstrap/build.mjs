import { existsSync, rmSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { filesUnder } from './files.mjs';
import { fingerprint, isStamped, writeStamp } from './build-stamp.mjs';
import { transpile } from './transpile.mjs';

const FOLDERS = ['libs', 'workflows', 'apps/api', 'apps/worker', 'apps/tool', 'infra', 'tests/support', 'tests/bench'];
const BUILD_SETTINGS = ['.swcrc', 'package.json', 'package-lock.json'];

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
  const sources = sourcesOf(root);
  const print = fingerprint(root, [...BUILD_SETTINGS, ...sources]);
  const dist = path.join(root, 'dist');
  rmSync(dist, { recursive: true, force: true });
  await transpile(root, sources, dist);
  await bundleWorkflows(dist);
  writeStamp(stampFileOf(root), print);
}

/** @param {string} root */
const stampFileOf = (root) => path.join(root, 'dist', '.stamp');

/** @param {string} root */
const sourcesOf = (root) => filesUnder(root, FOLDERS).filter((file) => !file.endsWith('.spec.ts'));

/** @param {string} dist */
async function bundleWorkflows(dist) {
  if (!existsSync(path.join(dist, 'workflows', 'src', 'index.js'))) return;
  const { writeWorkflowBundle } = await import(
    pathToFileURL(path.join(dist, 'infra', 'up', 'workflow-bundle.js')).href
  );
  await writeWorkflowBundle(path.join(dist, 'workflows', 'src', 'index.js'), path.join(dist, 'workflow-bundle.js'));
}
