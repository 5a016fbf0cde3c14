import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { violationsIn, projectRoot, ruleNames } from './import-violations.js';

const FOLDERS = ['libs', 'workflows', 'apps', 'infra', 'tests'];

/** For every rule files that break it: [rule, file, what it imports]. */
const VIOLATIONS = [
  ['domain-imports-nothing', 'libs/domain/src/a.ts', 'node:crypto'],
  ['domain-imports-nothing', 'libs/domain/src/b.ts', 'zod'],
  ['domain-imports-nothing', 'libs/domain/src/c.ts', '#platform/innocent.js'],
  ['http-contracts', 'libs/contracts/src/http/a.ts', 'typeorm'],
  ['message-contracts', 'libs/contracts/src/messages/a.ts', 'zod'],
  ['message-contracts', 'libs/contracts/src/messages/b.ts', '#contracts/http/innocent.js'],
  ['workflows-are-replayable', 'workflows/src/a.ts', 'node:fs'],
  ['workflows-are-replayable', 'workflows/src/b.ts', '#read-model/innocent.js'],
  ['workflows-are-replayable', 'workflows/src/c.ts', '#contracts/http/innocent.js'],
  ['read-model', 'libs/read-model/src/a.ts', '#registers/innocent.js'],
  ['registers', 'libs/registers/src/a.ts', '#engine/innocent.js'],
  ['engine', 'libs/engine/src/a.ts', 'typeorm'],
  ['platform-knows-no-nouns', 'libs/platform/src/a.ts', '#domain/innocent.js'],
  ['api', 'apps/api/src/a.ts', '#read-model/projections/innocent.js'],
  ['api', 'apps/api/src/b.ts', '#worker/innocent.js'],
  ['worker', 'apps/worker/src/a.ts', '#read-model/queries/innocent.js'],
  ['tool', 'apps/tool/src/a.ts', '#api/innocent.js'],
  ['infra', 'infra/up/a.ts', '#api/innocent.js'],
  ['libs-know-no-program', 'libs/engine/src/b.ts', '#infra/innocent.js'],
  ['client-in-engine', 'apps/api/src/c.ts', '@temporalio/client'],
  ['worker-sdk', 'apps/api/src/d.ts', '@temporalio/worker'],
  ['workflow-sdk', 'apps/worker/src/b.ts', '@temporalio/workflow'],
  ['no-tests-in-programs', 'apps/api/src/e.ts', '#support/innocent.js'],
  ['no-circular', 'libs/domain/src/d.ts', './d.js'],
  ['resolvable', 'libs/domain/src/e.ts', '#domain/not-there.js'],
] as const;

describe('imports', () => {
  let folder: string;
  let violations: readonly string[];

  beforeAll(async () => {
    folder = writeViolations();
    violations = await violationsIn(folder, FOLDERS);
  });

  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it('keep to the rules', async () => {
    expect(await violationsIn(projectRoot, FOLDERS)).toEqual([]);
  }, 60_000);

  it.each(VIOLATIONS.map(([rule, file, imported]) => ({ rule, file, imported })))(
    'rule $rule would notice $file importing $imported',
    ({ rule, file }) => {
      expect(violations.filter((line) => line.startsWith(`${rule}: ${file} -> `))).toHaveLength(1);
    },
  );

  it('have no rule that was never seen to fail', () => {
    expect([...new Set(VIOLATIONS.map(([rule]) => rule))].sort()).toEqual([...ruleNames].sort());
  });

  it('of files that keep to the rules are not complained of', () => {
    expect(violations.filter((line) => /: \S*innocent.ts -> /.test(line))).toEqual([]);
  });
});

/** Writes a source tree in which each file breaks one rule. */
function writeViolations(): string {
  const root = mkdtempSync(path.join(tmpdir(), 'stafett-imports-'));
  const write = (file: string, content: string): void => {
    mkdirSync(path.dirname(path.join(root, file)), { recursive: true });
    writeFileSync(path.join(root, file), content);
  };
  const { imports } = JSON.parse(readFileSync(path.join(projectRoot, 'package.json'), 'utf8')) as { imports: object };
  write('package.json', JSON.stringify({ type: 'module', imports }));
  cpSync(path.join(projectRoot, 'tsconfig.json'), path.join(root, 'tsconfig.json'));
  for (const [, file, imported] of VIOLATIONS) {
    write(file, `import '${imported}';\n`);
    if (imported.startsWith('#') && imported.includes('innocent')) write(sourceOf(imported), 'export {};\n');
    else if (/^[@a-z]/.test(imported) && !imported.startsWith('node:')) {
      write(`node_modules/${imported}/package.json`, JSON.stringify({ name: imported, main: 'index.js' }));
      write(`node_modules/${imported}/index.js`, '');
    }
  }
  return root;
}

/** `#domain/x.js` -> `libs/domain/src/x.ts`, as package.json maps it. */
function sourceOf(alias: string): string {
  const { imports } = JSON.parse(readFileSync(path.join(projectRoot, 'package.json'), 'utf8')) as {
    imports: Record<string, { source: string }>;
  };
  const [, library, rest] = /^(#[a-z-]+)\/(.*)\.js$/.exec(alias) ?? [];
  return (imports[`${library}/*.js`]?.source ?? '').replace('*', rest ?? '');
}
