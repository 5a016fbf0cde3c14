import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { projectRoot } from './import-violations.js';

/** The figures of `infra/structure.mjs` that the tests hold. */
interface Figures {
  readonly 'pairs of contexts that import each other': readonly string[];
  readonly 'arrows between contexts that run back up': readonly string[];
  readonly 'pairs of folders that import each other': readonly string[];
  readonly 'arrows between folders that run back up': readonly string[];
  readonly 'largest flat folder': string;
  readonly 'file names that stand more than twice in a library': readonly string[];
}

const MAX_FILES_IN_A_FOLDER = 21;

const figuresOf = (checkout: string): Figures =>
  JSON.parse(
    execFileSync(process.execPath, [path.join(projectRoot, 'infra/structure.mjs'), checkout, '--json'], {
      encoding: 'utf8',
    }),
  ) as Figures;

const filesInLargestFolder = (figures: Figures): number => Number(figures['largest flat folder'].split(': ')[1]);

describe('the folders', () => {
  const figures = figuresOf(projectRoot);

  it('never import each other, and no arrow between them runs back up', () => {
    expect(figures).toMatchObject({
      'pairs of contexts that import each other': [],
      'arrows between contexts that run back up': [],
      'pairs of folders that import each other': [],
      'arrows between folders that run back up': [],
    });
  });

  it('hold few enough files to be seen at a glance', () => {
    expect(filesInLargestFolder(figures)).toBeLessThanOrEqual(MAX_FILES_IN_A_FOLDER);
  });

  it('have no file name more than twice in a library', () => {
    expect(figures['file names that stand more than twice in a library']).toEqual([]);
  });
});

describe('a checkout with faults in its structure', () => {
  let checkout: string;
  beforeAll(() => {
    checkout = mkdtempSync(path.join(tmpdir(), 'stafett-structure-'));
    const write = (file: string, text: string): void => {
      mkdirSync(path.dirname(path.join(checkout, file)), { recursive: true });
      writeFileSync(path.join(checkout, file), text);
    };
    write('package.json', JSON.stringify({ imports: {} }));
    // Folders that need each other, though no file does.
    write('libs/a/src/one/x.ts', "import '../two/x.js';\n");
    write('libs/a/src/two/x.ts', '');
    write('libs/a/src/two/y.ts', "import '../one/y.js';\n");
    write('libs/a/src/one/y.ts', '');
    write('libs/a/src/three/x.ts', '');
    for (let n = 0; n < 22; n += 1) write(`libs/b/src/crowd/file${n}.ts`, '');
    const git = (...args: readonly string[]) => execFileSync('git', args, { cwd: checkout });
    git('init', '--quiet');
    git('add', '--all');
  });
  afterAll(() => rmSync(checkout, { recursive: true, force: true }));

  it('is told of each', () => {
    const figures = figuresOf(checkout);
    expect(figures['pairs of folders that import each other']).toEqual(['libs/a/one <-> libs/a/two']);
    expect(figures['arrows between contexts that run back up']).toHaveLength(1);
    expect(filesInLargestFolder(figures)).toBe(22);
    expect(figures['file names that stand more than twice in a library']).toEqual(['libs/a: x.ts 3 times']);
  });
});
