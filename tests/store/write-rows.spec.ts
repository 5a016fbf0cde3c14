import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { StartRequestTable } from '#store/cases/start-request-table.js';
import { TextTable } from '#store/cases/texts/text-table.js';
import { insertMissing, rowsInto, writeRows } from '#store/db/write-rows.js';
import { freshDatabase, type TestDatabase } from '#support/test-database.js';

let database: TestDatabase;
const manager = () => database.dataSource.manager;
const textRow = (id: string, body: unknown, caseId: string | null = null) => ({
  id,
  commandId: 'c1',
  caseId,
  field: '/title',
  body,
});
const storedBody = async (id: string) => (await manager().findOneByOrFail(TextTable, { id })).body;

beforeAll(async () => {
  database = await freshDatabase();
});
afterAll(() => database.close());

describe('rows written as JSON', () => {
  it('come back as they were: words, lists, nothing; and a column that no row names has its default', async () => {
    const bodies = ['"Tur" på ærlig\nøre', ['a', null], { deep: { n: 11.5, no: null } }, true];
    await writeRows(
      manager(),
      rowsInto(
        TextTable,
        bodies.map((body, n) => textRow(`t${n}`, body)),
      ),
    );
    expect(await Promise.all(bodies.map((_, n) => storedBody(`t${n}`)))).toEqual(bodies);
    const row = await manager().findOneByOrFail(TextTable, { id: 't0' });
    expect(row).toMatchObject({ caseId: null, attachedAt: null });
    expect(Date.parse(String(row.createdAt))).toBeGreaterThan(Date.now() - 60_000);
  });

  it('lose nothing when only a later row names a column', async () => {
    const caseId = randomUUID();
    const { caseId: _, ...without } = textRow('u0', 1);
    await writeRows(manager(), rowsInto(TextTable, [without, textRow('u1', 2, caseId)]));
    expect(await manager().findOneByOrFail(TextTable, { id: 'u1' })).toMatchObject({ caseId });
  });

  it('stay, are overwritten or fail when they are there already', async () => {
    await insertMissing(manager(), TextTable, [textRow('v', 'first')] as never);
    await insertMissing(manager(), TextTable, [textRow('v', 'second')] as never);
    expect(await storedBody('v')).toBe('first');
    await writeRows(manager(), rowsInto(TextTable, [textRow('v', 'third')], 'update'));
    expect(await storedBody('v')).toBe('third');
    await expect(writeRows(manager(), rowsInto(TextTable, [textRow('v', 'fourth')]))).rejects.toThrow('duplicate key');
  });

  it('of several tables are written together or not at all', async () => {
    const caseId = randomUUID();
    const start = rowsInto(StartRequestTable, [{ caseId }]);
    await expect(writeRows(manager(), start, rowsInto(TextTable, [textRow('v', 'again')]))).rejects.toThrow(
      'duplicate key',
    );
    expect(await manager().existsBy(StartRequestTable, { caseId })).toBe(false);
    await writeRows(manager(), start, rowsInto(TextTable, [textRow('w', 'new')]), rowsInto(TextTable, []));
    expect(await manager().existsBy(StartRequestTable, { caseId })).toBe(true);
    expect(await storedBody('w')).toBe('new');
  });
});
