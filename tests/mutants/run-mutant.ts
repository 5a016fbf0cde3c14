import { spawnSync } from 'node:child_process';
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { jestEnvironment } from '../../infra/bootstrap/jest-environment.mjs';
import type { Mutant } from './operators.js';
import type { Stage } from './targets.js';

/** A fault may make a loop that does not end; tests that take this long have noticed it. */
const LONGEST_MS = 300_000;

/** Whether a test of the stage notices the fault, which is put into a copy of the checkout and taken out again. */
export function isNoticed(
  checkout: string,
  file: string,
  { start, end, replacement }: Mutant,
  stage: Stage | undefined,
): boolean {
  if (!stage) return false;
  const full = path.join(checkout, file);
  const text = readFileSync(full, 'utf8');
  writeFileSync(full, text.slice(0, start) + replacement + text.slice(end));
  try {
    return !passes(checkout, stage);
  } finally {
    writeFileSync(full, text);
  }
}

/** Whether nothing fails. Without any fault everything must: what fails anyway would notice everything. */
export function passes(checkout: string, { specs, together }: Stage): boolean {
  if (specs.length === 0) return true;
  if (!together)
    return runJest(checkout, [...specs.map((it) => path.join(checkout, it)), '--bail', '--runTestsByPath']) === 0;
  const joined = path.join(checkout, 'tests', 'together.spec.ts');
  writeFileSync(joined, specs.map((spec) => `import '../${spec.replace(/\.ts$/, '.js')}';\n`).join(''));
  const environment = path.join(checkout, 'tests/mutants/first-failure.mjs');
  try {
    return runJest(checkout, [joined, '--runTestsByPath', `--testEnvironment=${environment}`]) === 0;
  } finally {
    rmSync(joined);
  }
}

function runJest(checkout: string, args: readonly string[]): number | null {
  const jest = path.join(checkout, 'node_modules', 'jest', 'bin', 'jest.js');
  const { status } = spawnSync(process.execPath, [jest, '--silent', '--runInBand', '--forceExit', ...args], {
    cwd: checkout,
    stdio: 'ignore',
    timeout: LONGEST_MS,
    env: jestEnvironment(),
  });
  return status;
}
