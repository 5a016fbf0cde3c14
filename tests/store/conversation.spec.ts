import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import pg from 'pg';
import { listMessages } from '#store/cases/conversation/messages.js';
import { markRead, readingsFrom, unreadMessages } from '#store/cases/conversation/message-reads.js';
import { listNotes } from '#store/cases/conversation/notes.js';
import { freshDatabase } from '#support/test-database.js';
import type { TestDatabase } from '#support/test-database.js';

/** Notes and messages are read in the order of an index, however many cases there are. */
const CASES = 400;
const ROWS = 100;

let database: TestDatabase;
const caseId = randomUUID();
const manager = () => database.dataSource.manager;

beforeAll(async () => {
  database = await freshDatabase();
  const { dataSource } = database;
  await dataSource.query("INSERT INTO unit VALUES ('helse', 'Helse', NULL, true)");
  await dataSource.query(
    "INSERT INTO person (id, name, unit, staff) SELECT 'p' || n, 'P', 'helse', true FROM generate_series(1, 20) n",
  );
  const rows = `FROM (SELECT CASE c WHEN 1 THEN $1::uuid ELSE gen_random_uuid() END AS case_id
                      FROM generate_series(1, ${CASES}) c) cases, generate_series(1, ${ROWS}) n`;
  await dataSource.query(
    `INSERT INTO note SELECT case_id, n, gen_random_uuid(), CASE n % 3 WHEN 0 THEN 'SHARED' ELSE 'INTERNAL' END,
       'p' || (n % 20 + 1), now(), 'Et notat' ${rows}`,
    [caseId],
  );
  await dataSource.query(
    `INSERT INTO message SELECT case_id, n, gen_random_uuid(), 'STAFF', 'p' || (n % 20 + 1), now(), 'En melding',
       '<' || gen_random_uuid() || '@x>', false ${rows}`,
    [caseId],
  );
  await dataSource.query(`INSERT INTO message_read SELECT case_id, 'p' || (n % 20 + 1), n, 'STAFF', now() ${rows}`, [
    caseId,
  ]);
  await dataSource.query('ANALYZE note, message, message_read');
}, 120_000);
afterAll(() => database.close());

interface Plan {
  readonly 'Node Type': string;
  readonly 'Index Name'?: string;
  readonly Plans?: readonly Plan[];
}

const nodesOf = (plan: Plan): readonly Plan[] => [plan, ...(plan.Plans ?? []).flatMap(nodesOf)];

/** The statements of `act` that name one of the tables, each explained with its own values. */
async function plansOf(act: () => Promise<unknown>): Promise<readonly (readonly Plan[])[]> {
  const { prototype } = pg.Client;
  const { query } = prototype;
  const asked: [string, unknown[]][] = [];
  prototype.query = function (this: pg.Client, ...args: unknown[]): unknown {
    const [first, values] = args as [string | { text: string; values: unknown[] }, unknown[]?];
    asked.push(typeof first === 'string' ? [first, values ?? []] : [first.text, first.values]);
    return (query as (...given: unknown[]) => unknown).apply(this, args);
  } as typeof query;
  try {
    await act();
  } finally {
    prototype.query = query;
  }
  const ofTables = asked.filter(([sql]) => /\b(note|message|message_read)\b/.test(sql));
  return Promise.all(
    ofTables.map(async ([sql, values]) => {
      const [row] = await database.dataSource.query<{ 'QUERY PLAN': { Plan: Plan }[] }[]>(
        `EXPLAIN (FORMAT JSON) ${sql}`,
        values,
      );
      return row?.['QUERY PLAN'].flatMap((it) => nodesOf(it.Plan)) ?? [];
    }),
  );
}

const readingsBy = (person: string, upTo: number) =>
  markRead(manager(), { caseId, person, upTo, side: 'STAFF', at: '2027-02-01T08:00:00.000Z' });

describe('what people write on a case', () => {
  it.each<[string, string, () => Promise<unknown>]>([
    [
      'a page of notes',
      'note_pkey',
      () => listNotes(manager(), { caseId, visibilities: ['SHARED'], direction: 'ASC' }, { limit: 20, cursor: ['40'] }),
    ],
    [
      'the newest notes',
      'note_pkey',
      () => listNotes(manager(), { caseId, visibilities: ['INTERNAL', 'SHARED'], direction: 'DESC' }, { limit: 20 }),
    ],
    [
      'a page of messages',
      'message_pkey',
      () => listMessages(manager(), { caseId, direction: 'ASC' }, { limit: 20, cursor: ['40'] }),
    ],
    [
      'the newest messages',
      'message_pkey',
      () => listMessages(manager(), { caseId, direction: 'DESC' }, { limit: 20 }),
    ],
    ['who has read them', 'message_read_pkey', () => readingsFrom(manager(), caseId, 80)],
    ['what is unread', 'message_pkey', () => unreadMessages(manager(), caseId, 'p3')],
    ['a mark that something is read', 'message_read_pkey', () => readingsBy('p4', 50)],
  ])('%s is read by %s, and nothing is read through', async (_, index, act) => {
    const plans = await plansOf(act);
    expect(plans).toHaveLength(1);
    const nodes = plans.flat();
    expect(nodes.map((node) => node['Index Name'])).toContain(index);
    expect(nodes.map((node) => node['Node Type'])).not.toContain('Seq Scan');
  });

  it('is marked as read only further than before, and only as far as there is something', async () => {
    const stored = async () =>
      (await readingsFrom(manager(), caseId, 1)).filter(({ person }) => person === 'p9').map(({ upTo }) => upTo);
    await database.dataSource.query("DELETE FROM message_read WHERE case_id = $1 AND person = 'p9'", [caseId]);
    const marked = [5, 5, 3, 40, 999, 100].map((upTo) => () => readingsBy('p9', upTo));
    const answers: boolean[] = [];
    for (const mark of marked) answers.push(await mark());
    expect(answers).toEqual([true, false, false, true, true, false]);
    expect(await stored()).toEqual([5, 40, ROWS]);
    expect(await unreadMessages(manager(), caseId, 'p9')).toBe(0);
    expect(await unreadMessages(manager(), randomUUID(), 'p9')).toBe(0);
  });
});
