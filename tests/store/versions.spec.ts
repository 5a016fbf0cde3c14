import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { RULE_LEVEL } from '#domain/model/rule-context.js';
import { decide } from '#domain/case/decide.js';
import { openCase } from '#store/cases/open-case.js';
import { releaseProcess } from '#store/process/process-versions.js';
import { recordBatch } from '#store/cases/record-batch.js';
import { ChangeFeed, type CaseNotice } from '#store/cases/notices/change-feed.js';
import { CollaborationTable } from '#store/cases/views/collaboration-table.js';
import { TextTable } from '#store/cases/texts/text-table.js';
import { eventually } from '#support/eventually.js';
import { freshDatabase, type TestDatabase } from '#support/test-database.js';
import { smallCommand, meetingHeld, smallOpening, smallDocument, smallProcess } from '#support/small-process.js';

let database: TestDatabase;
let versions: ChangeFeed;

beforeAll(async () => {
  database = await freshDatabase();
  await releaseProcess(database.dataSource.manager, smallDocument, smallProcess);
  versions = new ChangeFeed(database.url, () => database.dataSource.manager);
  await versions.open();
});
afterAll(async () => {
  await versions.close();
  await database.close();
});

const openSmallCase = () => {
  const id = randomUUID();
  return openCase(database.dataSource, {
    opening: smallOpening(id),
    receivedAt: '2027-01-11T09:00:00.000Z',
    speed: 1,
    process: 'small',
    writeRelatedRows: async (within) => {
      await within.insert(TextTable, { id: `title-${id}`, commandId: 'o', field: 'title', body: 'Tur' as never });
    },
  });
};

describe('waiting for a version', () => {
  it('ends when the version is recorded, and says so to whoever listens', async () => {
    const { case: state } = await openSmallCase();
    const ctx = { core: smallProcess, speed: 1, ruleLevel: RULE_LEVEL };
    const outcome = decide(ctx, state, smallCommand('c1', meetingHeld), '2027-01-11T10:00:00.000Z');
    if (!outcome.ok) throw new Error(outcome.refusal.code);
    const notices: CaseNotice[] = [];
    const end = versions.subscribe((notice) => notices.push(notice));
    const reached = versions.waitForVersion(state.id, outcome.version, 2_000);
    await recordBatch(database.dataSource, { id: state.id, epoch: 1, events: outcome.events });
    expect(await reached).toBe(true);
    await eventually(() => expect(notices).toContainEqual({ id: state.id, version: outcome.version }));
    end();
  });

  it('ends at once for a version that is there', async () => {
    const { case: state } = await openSmallCase();
    expect(await versions.waitForVersion(state.id, state.version, 2_000)).toBe(true);
  });

  it('is given up when its time is over', async () => {
    const { case: state } = await openSmallCase();
    expect(await versions.waitForVersion(state.id, state.version + 1, 150)).toBe(false);
  });

  it('does without the notice', async () => {
    const { case: state } = await openSmallCase();
    const reached = versions.waitForVersion(state.id, 99, 2_000);
    await database.dataSource.manager.update(CollaborationTable, { id: state.id }, { version: 99 });
    expect(await reached).toBe(true);
  });
});

describe('a lost connection', () => {
  it('comes back, and listeners are told that they may have missed something', async () => {
    const notices: CaseNotice[] = [];
    versions.subscribe((notice) => notices.push(notice));
    await database.dataSource.query(
      `SELECT pg_terminate_backend(pid) FROM pg_stat_activity
       WHERE datname = current_database() AND query LIKE 'LISTEN%' OR query = 'SELECT 1' AND datname = current_database()`,
    );
    await eventually(() => expect(notices).toContain('reset'));
    const { case: state } = await openSmallCase();
    await eventually(() => expect(notices).toContainEqual({ id: state.id, version: state.version }));
  });
});
