import { spawnSync } from 'node:child_process';
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { jestEnvironment } from '../../infra/bootstrap/jest-environment.mjs';
import type { Mutant } from './operators.js';

export interface MutantResult {
  readonly killed: boolean;
  /** The stage whose tests noticed, from 1; of a survivor how many ran. */
  readonly stage: number;
}

/** A fault may make a loop that does not end; tests that take this long have noticed it. */
const LONGEST_MS = 600_000;

/** Puts the fault into a copy of the checkout, runs the tests of each stage until one notices, and takes it out again. */
export function runMutant(
  checkout: string,
  file: string,
  { start, end, replacement }: Mutant,
  stages: readonly (readonly string[])[],
  notJudges: readonly string[],
): MutantResult {
  const full = path.join(checkout, file);
  const text = readFileSync(full, 'utf8');
  writeFileSync(full, text.slice(0, start) + replacement + text.slice(end));
  try {
    const noticed = stages.findIndex((specs) => !passes(checkout, specs, notJudges));
    return { killed: noticed >= 0, stage: noticed >= 0 ? noticed + 1 : stages.length };
  } finally {
    writeFileSync(full, text);
  }
}

/**
 * The specs that fail without any fault: they would notice everything, so they are no judges.
 * @returns their paths, relative to the checkout.
 */
export function failingSpecs(checkout: string, specs: readonly string[]): string[] {
  const report = path.join(checkout, '.judges.json');
  rmSync(report, { force: true });
  runJest(checkout, [...specs, '--json', `--outputFile=${report}`]);
  const { testResults } = JSON.parse(readFileSync(report, 'utf8')) as {
    testResults: readonly { readonly name: string; readonly status: string }[];
  };
  return testResults.filter(({ status }) => status !== 'passed').map(({ name }) => path.relative(checkout, name));
}

/** A set without a test passes. */
const passes = (checkout: string, specs: readonly string[], notJudges: readonly string[]): boolean =>
  runJest(checkout, [...specs, '--bail', '--testPathIgnorePatterns', ...NO_JUDGES, ...notJudges]) === 0;

/** They compare the process with the one released, so they notice every change of it, harmful or not. */
const NO_JUDGES = ['/node_modules/', 'released.spec', 'size.spec'];

function runJest(checkout: string, args: readonly string[]): number | null {
  const jest = path.join(checkout, 'node_modules', 'jest', 'bin', 'jest.js');
  const { status } = spawnSync(process.execPath, [jest, '--silent', '--runInBand', '--passWithNoTests', ...args], {
    cwd: checkout,
    stdio: 'ignore',
    timeout: LONGEST_MS,
    env: jestEnvironment(),
  });
  return status;
}
