// npm test [-- jest arguments]: runs all tests. The last line is the total of Jest's own counts.
import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import path from 'node:path';
import { jestEnvironment } from './bootstrap/jest-environment.mjs';
import { prepareCheckout } from './bootstrap/prepare-checkout.mjs';
import { root } from './bootstrap/root.mjs';
import { summarizeResults } from './bootstrap/test-summary.mjs';

// Half of what a spec does is to wait for Postgres, for Temporal, or for a page: a processor carries more than one.
const WORKERS = Math.min(4, Math.max(2, Math.ceil(availableParallelism() * 1.5)));

await prepareCheckout(root);
const folder = mkdtempSync(path.join(tmpdir(), 'stafett-results-'));
const results = path.join(folder, 'results.json');
const exitCode = await runJest([
  '--json',
  `--outputFile=${results}`,
  `--maxWorkers=${WORKERS}`,
  ...process.argv.slice(2),
]);
const { line, ok } = summarizeResults(readResults(results));
rmSync(folder, { recursive: true, force: true });
console.log(line);
process.exit(ok && exitCode === 0 ? 0 : 1);

/** @param {readonly string[]} args @returns {Promise<number>} */
function runJest(args) {
  const jest = path.join(root, 'node_modules', 'jest', 'bin', 'jest.js');
  // Jest prints its report for people on standard error; standard output would only repeat the JSON.
  const child = spawn(process.execPath, [jest, ...args], {
    cwd: root,
    env: jestEnvironment(),
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM'])) process.on(signal, () => child.kill(signal));
  return new Promise((resolve) => {
    child.once('error', () => resolve(1));
    child.once('exit', (code) => resolve(code ?? 1));
  });
}

/** @param {string} file */
function readResults(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    return undefined;
  }
}
