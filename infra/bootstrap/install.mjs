import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { busyWith } from './early-stop.mjs';

/**
 * Runs `npm ci` when node_modules does not hold what the lock file names.
 * @param {string} root
 */
export async function ensureInstalled(root) {
  if (isInstalled(root)) return;
  console.log('Installing packages (npm ci) ...');
  const npm = process.env['npm_execpath'];
  const [command, args] = npm?.endsWith('.js') ? [process.execPath, [npm]] : ['npm', []];
  const child = spawn(command, [...args, 'ci', '--include=dev', '--no-audit', '--no-fund', '--loglevel=error'], {
    cwd: root,
    stdio: ['ignore', 'inherit', 'inherit'],
  });
  const how = await endOf(child);
  if (how !== 'exit 0') throw new Error(`"npm ci" failed (${how}). Run it by hand to see more, then start again.`);
}

/**
 * @param {import('node:child_process').ChildProcess} child
 * @returns {Promise<string>}
 */
function endOf(child) {
  busyWith(child);
  return new Promise((resolve) => {
    child.once('error', (error) => resolve(error.message));
    child.once('exit', (code, signal) => {
      busyWith(undefined);
      resolve(signal ? `killed by ${signal}` : `exit ${code}`);
    });
  });
}

/**
 * Compares the lock file with the one npm leaves in node_modules when an install has come to its end.
 * @param {string} root
 */
export function isInstalled(root) {
  const wanted = packagesOf(path.join(root, 'package-lock.json'));
  const present = packagesOf(path.join(root, 'node_modules', '.package-lock.json'));
  if (!wanted || !present) return false;
  return Object.entries(wanted).every(
    ([where, { version, optional }]) =>
      where === '' || present[where]?.version === version || (optional === true && !present[where]),
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
