import { spawn } from 'node:child_process';
import { setRunningChild } from './exit-on-signals.mjs';

/**
 * Runs a program of Node and waits for its end. SIGINT and SIGTERM end it first.
 * @param {string} command
 * @param {readonly string[]} args
 * @param {import('node:child_process').SpawnOptions} options
 * @returns {Promise<string>} `exit 0` when it succeeded, else what happened
 */
export function runChild(command, args, options) {
  const child = spawn(command, args, options);
  setRunningChild(child);
  return new Promise((resolve) => {
    child.once('error', (error) => resolve(error.message));
    child.once('exit', (code, signal) => {
      setRunningChild(undefined);
      resolve(signal ? `killed by ${signal}` : `exit ${code}`);
    });
  });
}
