import { readFileSync } from 'node:fs';
import path from 'node:path';
import { runChild } from './run-child.mjs';

/**
 * Runs `npm ci` when node_modules does not match the lock file.
 * @param {string} root
 */
export async function ensureInstalled(root) {
  if (isInstalled(root)) return;
  console.log('Installing packages (npm ci) ...');
  const npm = process.env['npm_execpath'];
  const [command, args] = npm?.endsWith('.js') ? [process.execPath, [npm]] : ['npm', []];
  const outcome = await runChild(
    command,
    [...args, 'ci', '--include=dev', '--no-audit', '--no-fund', '--loglevel=error'],
    {
      cwd: root,
      stdio: ['ignore', 'inherit', 'inherit'],
    },
  );
  if (outcome !== 'exit 0')
    throw new Error(`"npm ci" failed (${outcome}). Run it by hand to see more, then start again.`);
}

/**
 * Compares the lock file with the copy that npm writes into node_modules when an install has finished.
 * @param {string} root
 */
export function isInstalled(root) {
  const wanted = packagesOf(path.join(root, 'package-lock.json'));
  const present = packagesOf(path.join(root, 'node_modules', '.package-lock.json'));
  if (!wanted || !present) return false;
  return Object.entries(wanted).every(
    ([folder, { version, optional }]) =>
      folder === '' || present[folder]?.version === version || (optional === true && !present[folder]),
  );
}

/** @param {string} file @returns {Record<string, { version?: string; optional?: boolean }> | undefined} */
function packagesOf(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8')).packages;
  } catch {
    return undefined;
  }
}
