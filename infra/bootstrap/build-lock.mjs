import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';

/**
 * Runs `task` alone: two starts from one checkout must not install or build at the same time, so the second waits.
 * @param {string} file
 * @param {() => Promise<void>} task
 */
export async function withBuildLock(file, task) {
  mkdirSync(path.dirname(file), { recursive: true });
  for (let announced = false; !tryAcquire(file); announced = true) {
    if (!announced) console.log('Another start is installing or building; waiting for it ...');
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
  const release = () => rmSync(file, { force: true });
  process.on('exit', release);
  try {
    await task();
  } finally {
    process.off('exit', release);
    release();
  }
}

/** @param {string} file */
function tryAcquire(file) {
  try {
    writeFileSync(file, String(process.pid), { flag: 'wx' });
    return true;
  } catch {
    if (!isHolderAlive(file)) rmSync(file, { force: true });
    return false;
  }
}

/** @param {string} file */
function isHolderAlive(file) {
  try {
    process.kill(Number(readFileSync(file, 'utf8')), 0);
    return true;
  } catch (error) {
    // EPERM: the holder runs as another user. ENOENT: the lock was just released, so the caller tries again.
    return ['EPERM', 'ENOENT'].includes(/** @type {NodeJS.ErrnoException} */ (error).code ?? '');
  }
}
