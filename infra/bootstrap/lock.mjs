import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';

/**
 * Two starts from one checkout must not install or build at the same time: the second waits.
 * @param {string} file
 * @param {() => Promise<void>} act
 */
export async function whileLocked(file, act) {
  mkdirSync(path.dirname(file), { recursive: true });
  for (let told = false; !take(file); told = true) {
    if (!told) console.log('Another start is installing or building; waiting for it ...');
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
  const free = () => rmSync(file, { force: true });
  process.on('exit', free);
  try {
    await act();
  } finally {
    process.off('exit', free);
    free();
  }
}

/** @param {string} file */
function take(file) {
  try {
    writeFileSync(file, String(process.pid), { flag: 'wx' });
    return true;
  } catch {
    if (!holderLives(file)) rmSync(file, { force: true });
    return false;
  }
}

/** @param {string} file */
function holderLives(file) {
  try {
    process.kill(Number(readFileSync(file, 'utf8')), 0);
    return true;
  } catch (error) {
    // Another user's process lives; a file that has just gone is looked at again.
    return ['EPERM', 'ENOENT'].includes(/** @type {NodeJS.ErrnoException} */ (error).code ?? '');
  }
}
