// npm test [-- jest arguments]: every test on real parts; the last line is the sum of what Jest itself counted.
import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { environmentForJest } from './bootstrap/jest-options.mjs';
import { ready } from './bootstrap/ready.mjs';
import { root } from './bootstrap/root.mjs';
import { sumUp } from './bootstrap/test-sum.mjs';

await ready(root);
const folder = mkdtempSync(path.join(tmpdir(), 'stafett-results-'));
const results = path.join(folder, 'results.json');
const exit = await runJest(['--json', `--outputFile=${results}`, '--maxWorkers=2', ...process.argv.slice(2)]);
const { line, ok } = sumUp(read(results));
rmSync(folder, { recursive: true, force: true });
console.log(line);
process.exit(ok && exit === 0 ? 0 : 1);

/** @param {readonly string[]} args @returns {Promise<number>} */
function runJest(args) {
  const jest = path.join(root, 'node_modules', 'jest', 'bin', 'jest.js');
  // Standard output would repeat the JSON; what people read goes to standard error.
  const child = spawn(process.execPath, [jest, ...args], {
    cwd: root,
    env: environmentForJest(),
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM'])) process.on(signal, () => child.kill(signal));
  return new Promise((resolve) => {
    child.once('error', () => resolve(1));
    child.once('exit', (code) => resolve(code ?? 1));
  });
}

/** @param {string} file */
function read(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    return undefined;
  }
}
