import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { CaseEvent } from '#domain/model/events.js';
import { DivergedTable } from '#store/cases/history/diverged-table.js';
import { sweepTexts } from '#store/cases/texts/sweep-texts.js';
import { TextTable } from '#store/cases/texts/text-table.js';
import { attachTexts, saveTexts } from '#store/cases/texts/texts.js';
import { freshDatabase, type TestDatabase } from '#support/test-database.js';

const LONG_AGO = '2020-01-01T00:00:00.000Z';

let database: TestDatabase;
let caseId: string;
const manager = () => database.dataSource.manager;

beforeAll(async () => {
  database = await freshDatabase();
});
afterAll(() => database.close());
beforeEach(() => {
  caseId = randomUUID();
});

const left = async () => {
  await sweepTexts(manager());
  const rows = await manager().find(TextTable, { where: { caseId }, order: { id: 'ASC' } });
  return rows.map(({ id }) => id.split(' ')[0]);
};
const save = (key: string, createdAt: string, attachedAt: string | null = null) =>
  manager().insert(TextTable, {
    id: `${key} ${caseId}`,
    commandId: key,
    caseId,
    field: 'reason',
    body: 'x' as never,
    createdAt,
    attachedAt,
  });

describe('words', () => {
  it('are kept while they may still be asked for, and swept after a day when no event refers to them', async () => {
    await save('old', LONG_AGO);
    await save('held', LONG_AGO, LONG_AGO);
    await save('new', new Date().toISOString());
    await save('yesterday', new Date(Date.now() - 23 * 3_600_000).toISOString());
    await save('before', new Date(Date.now() - 25 * 3_600_000).toISOString());
    expect(await left()).toEqual(['held', 'new', 'yesterday']);
  });

  it('of a case whose history has diverged are kept: its events may still come', async () => {
    await save('old', LONG_AGO);
    await manager().insert(DivergedTable, { caseId, seq: 5, seenHash: 'a', storedHash: null });
    expect(await left()).toEqual(['old']);
  });

  it('belong to the event that refers to them, alone, in a list or deep inside', async () => {
    const keys = ['alone', 'listed', 'deep', 'unnamed'].map((key) => `${key} ${caseId}`);
    const [alone, listed, deep] = keys;
    await saveTexts(manager(), { caseId, command: 'c' }, new Map(keys.map((key) => [key, { field: '/x', body: 'x' }])));
    const event = { seq: 7, command: 'c', data: { alone, list: [listed], in: [{ it: { deep } }] } };
    const attached = await attachTexts(manager(), caseId, [event as unknown as CaseEvent]);
    expect([...attached.keys()].sort()).toEqual([alone, listed, deep].sort());
  });

  it('of another case are not attached by an event that copies their key', async () => {
    const key = `copied ${caseId}`;
    await saveTexts(manager(), { caseId, command: 'c' }, new Map([[key, { field: '/x', body: 'x' }]]));
    const event = { seq: 7, command: 'c', data: { key } } as unknown as CaseEvent;
    expect((await attachTexts(manager(), randomUUID(), [event])).size).toBe(0);
  });
});
