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
  ['workflows-are-replayable', 'workflows/src/b.ts', '#store/innocent.js'],
  ['workflows-are-replayable', 'workflows/src/c.ts', '#contracts/http/innocent.js'],
  ['processes-are-data', 'libs/processes/a.ts', '#store/innocent.js'],
  ['store', 'libs/store/src/a.ts', '#engine/innocent.js'],
  ['domain-timeperiodclockts', 'libs/domain/src/clock.ts', '#domain/calendar/innocent.js'],
  ['domain-calendar', 'libs/domain/src/calendar/a.ts', '#domain/privacy/innocent.js'],
  ['domain-process', 'libs/domain/src/process/a.ts', '#domain/model/innocent.js'],
  ['domain-model', 'libs/domain/src/model/a.ts', '#domain/policy/innocent.js'],
  ['domain-policy', 'libs/domain/src/policy/a.ts', '#domain/rules/innocent.js'],
  ['domain-rules', 'libs/domain/src/rules/a.ts', '#domain/deadline/innocent.js'],
  ['domain-deadline', 'libs/domain/src/deadline/a.ts', '#domain/case/innocent.js'],
  ['domain-gate', 'libs/domain/src/gate/a.ts', '#domain/case/innocent.js'],
  ['domain-people', 'libs/domain/src/people/a.ts', '#domain/next/innocent.js'],
  ['domain-case', 'libs/domain/src/case/a.ts', '#domain/next/innocent.js'],
  ['domain-next', 'libs/domain/src/next/a.ts', '#domain/release/innocent.js'],
  ['domain-search', 'libs/domain/src/search/a.ts', '#domain/process/innocent.js'],
  ['domain-privacy', 'libs/domain/src/privacy/a.ts', '#domain/process/innocent.js'],
  ['domain-search', 'libs/domain/src/search/a.ts', '#domain/privacy/innocent.js'],
  ['domain-release', 'libs/domain/src/release/a.ts', '#domain/next/innocent.js'],
  ['store-audit', 'libs/store/src/audit/a.ts', '#store/people/innocent.js'],
  ['store-installation', 'libs/store/src/installation/a.ts', '#store/process/innocent.js'],
  ['store-process', 'libs/store/src/process/a.ts', '#store/cases/innocent.js'],
  ['store-organisations', 'libs/store/src/organisations/a.ts', '#store/cases/innocent.js'],
  ['store-schemamigrationsts', 'libs/store/src/schema.ts', '#store/privacy/innocent.js'],
  ['store-backup', 'libs/store/src/backup/a.ts', '#store/data-source.js'],
  ['store-privacy', 'libs/store/src/privacy/a.ts', '#store/data-source.js'],
  ['api-process', 'apps/api/src/process/a.ts', '#api/people/innocent.js'],
  ['api-access', 'apps/api/src/access/a.ts', '#api/cases/innocent.js'],
  ['api-audit', 'apps/api/src/audit/a.ts', '#api/cases/innocent.js'],
  ['api-offboarding', 'apps/api/src/offboarding/a.ts', '#api/privacy/innocent.js'],
  ['api-organisations', 'apps/api/src/organisations/a.ts', '#api/operations/innocent.js'],
  ['api-privacy', 'apps/api/src/privacy/a.ts', '#api/offboarding/innocent.js'],
  ['api-operations', 'apps/api/src/operations/a.ts', '#api/api.module.js'],
  ['store-db', 'libs/store/src/db/a.ts', '#store/audit/innocent.js'],
  ['store-mailroom', 'libs/store/src/mailroom/a.ts', '#store/cases/innocent.js'],
  ['store-people', 'libs/store/src/people/a.ts', '#store/organisations/innocent.js'],
  ['store-cases', 'libs/store/src/cases/a.ts', '#store/access/innocent.js'],
  ['store-access', 'libs/store/src/access/a.ts', '#store/migrations.js'],
  ['api-shared', 'apps/api/src/shared/a.ts', '#api/cases/innocent.js'],
  ['api-people', 'apps/api/src/people/a.ts', '#api/cases/innocent.js'],
  ['api-cases', 'apps/api/src/cases/a.ts', '#api/organisations/innocent.js'],
  ['api-mailroom', 'apps/api/src/mailroom/a.ts', '#api/operations/innocent.js'],
  ['web-api', 'apps/web/src/api/a.ts', '../words/innocent.js'],
  ['web-words', 'apps/web/src/words/a.ts', '../ui/innocent.js'],
  ['web-ui', 'apps/web/src/ui/a.ts', '../access/innocent.js'],
  ['web-access', 'apps/web/src/access/a.ts', '../cases/innocent.js'],
  ['web-cases', 'apps/web/src/cases/a.ts', '../portal/innocent.js'],
  ['web-portal', 'apps/web/src/portal/a.ts', '../cases/innocent.js'],
  ['web-people', 'apps/web/src/people/a.ts', '../cases/innocent.js'],
  ['web-organisations', 'apps/web/src/organisations/a.ts', '../cases/innocent.js'],
  ['web-process', 'apps/web/src/process/a.ts', '../cases/innocent.js'],
  ['web-mailroom', 'apps/web/src/mailroom/a.ts', '../cases/innocent.js'],
  ['web-operations', 'apps/web/src/operations/a.ts', '../cases/innocent.js'],
  ['web', 'apps/web/src/b.ts', '#domain/innocent.js'],
  ['portal-is-light', 'apps/web/src/portal.tsx', '@digdir/designsystemet-react'],
  ['engine', 'libs/engine/src/a.ts', 'typeorm'],
  ['platform-knows-no-nouns', 'libs/platform/src/a.ts', '#domain/innocent.js'],
  ['api', 'apps/api/src/a.ts', '#store/cases/views/innocent.js'],
  ['api', 'apps/api/src/b.ts', '#worker/innocent.js'],
  ['worker', 'apps/worker/src/a.ts', '#store/cases/lists/innocent.js'],
  ['tool', 'apps/tool/src/a.ts', '#api/innocent.js'],
  ['infra', 'infra/up/a.ts', '#api/innocent.js'],
  ['libs-know-no-program', 'libs/engine/src/b.ts', '#infra/innocent.js'],
  ['tables-in-store', 'apps/api/src/f.ts', '#store/people/innocent-table.js'],
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
    if (imported.startsWith('#') && !imported.includes('not-there')) write(sourceOf(imported), 'export {};\n');
    else if (imported.startsWith('../'))
      write(path.join(path.dirname(file), imported.replace(/js$/, 'ts')), 'export {};\n');
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
