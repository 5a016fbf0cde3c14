import { existsSync, renameSync, rmSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { filesUnder } from './files.mjs';
import { fingerprint, isStamped, writeStamp } from './stamp.mjs';
import { transpile } from './transpile.mjs';

const FOLDERS = ['libs', 'workflows', 'apps/api', 'apps/worker', 'apps/tool', 'infra', 'tests/support', 'tests/bench'];
const GROUND = ['.swcrc', 'package.json', 'package-lock.json'];

/**
 * Fills dist/ when a source changed since the last build, and bundles the workflows so that a worker starts at once.
 * @param {string} root
 * @param {{ force?: boolean }} [options]
 * @returns {Promise<boolean>} whether anything was built
 */
export async function ensureBuilt(root, { force = false } = {}) {
  const sources = filesUnder(root, FOLDERS).filter((file) => !file.endsWith('.spec.ts'));
  const print = fingerprint(root, [...GROUND, ...sources]);
  const dist = path.join(root, 'dist');
  const stamp = path.join(dist, '.stamp');
  if (!force && isStamped(stamp, print)) return false;
  console.log('Building ...');
  const next = path.join(root, 'dist', '.next');
  rmSync(dist, { recursive: true, force: true });
  await transpile(root, sources, next);
  for (const folder of new Set(sources.map((file) => file.split('/')[0] ?? ''))) {
    renameSync(path.join(next, folder), path.join(dist, folder));
  }
  rmSync(next, { recursive: true, force: true });
  await bundleWorkflows(dist);
  writeStamp(stamp, print);
  return true;
}

/** @param {string} dist */
async function bundleWorkflows(dist) {
  if (!existsSync(path.join(dist, 'workflows', 'src', 'index.js'))) return;
  const { writeWorkflowBundle } = await import(
    pathToFileURL(path.join(dist, 'infra', 'up', 'workflow-bundle.js')).href
  );
  await writeWorkflowBundle(path.join(dist, 'workflows', 'src', 'index.js'), path.join(dist, 'workflow-bundle.js'));
}
