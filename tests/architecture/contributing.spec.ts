import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { projectRoot } from './import-violations.js';

/** CONTRIBUTING.md tells how to add a fact, a command, a table and a screen. Here its steps are followed on a copy. */

const LONG = 300_000;
const NOT_COPIED = new Set(['node_modules', 'dist', '.stafett', '.git', '.env', 'coverage']);
/** The specs that the page tells to run, beside those that it adds. */
const NAMED_SPECS = ['tests/process/released.spec.ts', 'tests/store/schema.spec.ts', 'tests/api/openapi.spec.ts'];

interface Example {
  readonly title: string;
  readonly diffs: readonly string[];
  /** Every file that the diffs change or add. */
  readonly files: readonly string[];
}

const examples = examplesIn(readFileSync(path.join(projectRoot, 'CONTRIBUTING.md'), 'utf8'));
const addedSpecs = examples.flatMap(({ files }) => files.filter((file) => file.endsWith('.spec.ts')));
const MOST_PRODUCTION_FILES = { 'a fact': 1, 'a command': 8, 'a table': 4, 'a screen': 2 };

let copy: string;
beforeAll(() => {
  copy = mkdtempSync(path.join(tmpdir(), 'stafett-contributing-'));
  const isCopied = (file: string): boolean => !NOT_COPIED.has(path.basename(file));
  cpSync(projectRoot, copy, { recursive: true, filter: isCopied });
  symlinkSync(path.join(projectRoot, 'node_modules'), path.join(copy, 'node_modules'));
});
afterAll(() => rmSync(copy, { recursive: true, force: true }));

describe('an example of CONTRIBUTING.md', () => {
  it.each(Object.entries(MOST_PRODUCTION_FILES))('%s changes at most %i files of the product', (title, most) => {
    const files = productionFilesOf(title);
    expect({ files, isFew: files.length > 0 && files.length <= most }).toEqual({ files, isFew: true });
  });

  it('of a fact changes nothing but the process document', () => {
    expect(productionFilesOf('a fact').filter((file) => !file.startsWith('libs/processes/collaboration/'))).toEqual([]);
  });

  it('shows by a spec of its own what it adds', () => {
    expect(examples.map(({ title }) => title)).toEqual(Object.keys(MOST_PRODUCTION_FILES));
    const specs = examples.map(({ files }) => files.filter((file) => file.endsWith('.spec.ts')).length);
    expect(specs).toEqual([1, 1, 1, 1]);
  });

  it('is noticed when its diff does not fit', () => {
    const diff = '--- a/LICENSE\n+++ b/LICENSE\n@@ -1,2 +1,2 @@\n-GPL License\n+MIT License\n \n';
    expect(outputOf(run('git', ['apply', '-'], diff))).toContain('patch failed: LICENSE:1');
  });
});

describe('whoever follows all of CONTRIBUTING.md', () => {
  it.each(examples.flatMap(({ title, diffs }) => diffs.map((diff, index) => [`${title}, diff ${index + 1}`, diff])))(
    'can apply the diffs of %s',
    (_name, diff) => {
      expect(outputOf(run('git', ['apply', '-'], diff))).toBe('exit 0\n');
    },
  );

  it(
    'gets the new OpenAPI from the command that it names',
    () => {
      expect(outputOf(run(process.execPath, ['infra/openapi.mjs']))).toMatch(/^exit 0/);
      expect(readFileSync(path.join(copy, 'apps/api/openapi.json'), 'utf8')).toContain('"removeDeputy"');
    },
    LONG,
  );

  it(
    'is told the new hash of the process document',
    () => {
      const [, was = '', is = ''] = /release: (\w{64}) has become (\w{64})/.exec(outputOf(jest(NAMED_SPECS[0]))) ?? [];
      expect({ was, is }).toEqual({ was: expect.stringMatching(/^\w{64}$/), is: expect.not.stringMatching(was) });
      const file = path.join(copy, 'libs/processes/released.json');
      writeFileSync(file, readFileSync(file, 'utf8').replace(was, is));
    },
    LONG,
  );

  it(
    'has no type error',
    () => {
      expect(outputOf(run(process.execPath, ['node_modules/typescript/bin/tsc', '--noEmit']))).toBe('exit 0\n');
    },
    LONG,
  );

  it(
    'sees every spec green that it adds or names',
    () => {
      const output = outputOf(jest(...NAMED_SPECS, ...addedSpecs));
      const passed = NAMED_SPECS.concat(addedSpecs).filter((spec) => output.includes(`PASS ${spec}`));
      expect({ output, passed: passed.length }).toEqual({
        output: expect.stringMatching(/^exit 0/),
        passed: NAMED_SPECS.length + addedSpecs.length,
      });
    },
    LONG,
  );
});

/** The sections `Example: ...` with their diffs, in the order of the page. */
function examplesIn(page: string): readonly Example[] {
  return [...page.matchAll(/^## Example: (.+)\n([^]*?)(?=^## |(?![^]))/gm)].map(([, title = '', text = '']) => {
    const diffs = [...text.matchAll(/^```diff\n([^]*?)^```$/gm)].map(([, diff = '']) => diff);
    const files = diffs.flatMap((diff) => [...diff.matchAll(/^\+\+\+ b\/(.+)$/gm)].map(([, file = '']) => file));
    return { title, diffs, files: [...new Set(files)] };
  });
}

function productionFilesOf(title: string): readonly string[] {
  const files = examples.find((example) => example.title === title)?.files ?? [];
  return files.filter((file) => /^(?:apps|infra|libs|workflows)\//.test(file) && !file.endsWith('.spec.ts'));
}

type Outcome = ReturnType<typeof run>;

/** Runs a program in the copy. The variables by which Jest's processes know each other stay behind. */
function run(program: string, args: readonly string[], input = '') {
  const { JEST_WORKER_ID: _worker, STAFETT_TEST_RUN: _run, ...inherited } = process.env;
  const env = { ...inherited, GIT_CEILING_DIRECTORIES: path.dirname(copy) };
  return spawnSync(program, args, { cwd: copy, env, input, encoding: 'utf8' });
}

function jest(...specs: readonly (string | undefined)[]): Outcome {
  const named = specs.filter((spec) => spec !== undefined);
  return run(process.execPath, ['node_modules/jest/bin/jest.js', '--maxWorkers=2', '--verbose=false', ...named]);
}

const outputOf = ({ status, stdout, stderr }: Outcome): string => `exit ${status}\n${stdout}${stderr}`;
