/** @type {import('node:child_process').ChildProcess | undefined} */
let runningChild;

/**
 * Sets the child process that must end before this process exits.
 * @param {import('node:child_process').ChildProcess | undefined} child
 */
export function setRunningChild(child) {
  runningChild = child;
}

/**
 * Makes SIGINT and SIGTERM end this process with exit code 0 until the installation handles signals itself.
 * @returns {() => void} removes the handlers; call it when the installation has its own
 */
export function exitOnSignals() {
  const stop = () => {
    if (!runningChild) process.exit(0);
    runningChild.once('exit', () => process.exit(0));
    runningChild.kill('SIGTERM');
  };
  process.on('SIGINT', stop).on('SIGTERM', stop);
  return () => process.off('SIGINT', stop).off('SIGTERM', stop);
}
