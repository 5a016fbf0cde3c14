/** @type {import('node:child_process').ChildProcess | undefined} */
let busy;

/**
 * Names the child that must not outlive us.
 * @param {import('node:child_process').ChildProcess | undefined} child
 */
export function busyWith(child) {
  busy = child;
}

/**
 * Before the installation itself listens to signals, SIGINT and SIGTERM end the start, with exit code 0 all the same.
 * @returns {() => void} to hand over to the installation
 */
export function stopEarly() {
  const stop = () => {
    if (!busy) process.exit(0);
    busy.once('exit', () => process.exit(0));
    busy.kill('SIGTERM');
  };
  process.on('SIGINT', stop).on('SIGTERM', stop);
  return () => process.off('SIGINT', stop).off('SIGTERM', stop);
}
