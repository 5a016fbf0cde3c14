import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { coreOf } from '#domain/process/process-core.js';
import { seedPeople } from '#infra/demo/seed-people.js';
import { newestProcess } from '#processes/versions.js';
import { newestEntries } from '#store/audit/list-audit-entries.js';
import { audit } from '#store/audit/audit.js';
import { listCases, type CaseOrder } from '#store/cases/lists/list-cases.js';
import { listHandovers } from '#store/cases/lists/list-handovers.js';
import { listOutboxMessages } from '#store/cases/lists/list-outbox-messages.js';
import { workOfSections } from '#store/cases/lists/work-list.js';
import type { WorkSection } from '#store/cases/lists/work-list.js';
import { viewRow } from '#store/cases/views/view-rows.js';
import { CollaborationTable } from '#store/cases/views/collaboration-table.js';
import { DeadlineTable } from '#store/cases/views/deadline-table.js';
import { HandoverTable } from '#store/cases/views/handover-table.js';
import { pageOf, type Cursor, type Page } from '#store/db/page.js';
import { insertRows } from '#store/db/write-rows.js';
import { OutboxMessageTable } from '#store/mailroom/outbox-message-table.js';
import { listContacts } from '#store/organisations/organisation-contacts.js';
import { OrganisationTable } from '#store/organisations/organisation-table.js';
import { RepresentativeTable } from '#store/organisations/representative-table.js';
import { listPeople } from '#store/people/list-people.js';
import { PersonTable } from '#store/people/person-table.js';
import { openSimulatedCase } from '#support/simulated-case.js';
import { freshDatabase, type TestDatabase } from '#support/test-database.js';

const CASES = 60;
const NOW = '2027-06-01T10:00:00.000Z';
const OWNER = 'saksbehandler.helse';
const READER = { tokens: [`user:${OWNER}`], internalTokens: [`user:${OWNER}`], draftTokens: [`user:${OWNER}`] };
const ORGANISATION = randomUUID();
/** Few, so that many rows have the same; some are less than a millisecond apart. */
const INSTANTS = [
  '2027-05-30T22:00:00.000000Z',
  '2027-05-30T22:00:00.000001Z',
  '2027-05-30T22:00:00.000999Z',
  '2027-06-02T22:00:00.000000Z',
  '2031-01-01T00:00:00.5Z',
];
const NAMES = ['Ånund', 'Aase', 'Åse', 'Ærlig', 'Ødegård', 'Zoo', 'Abel', 'abel', 'ABEL', 'Oe', 'Ola', 'Ola  N'];

let database: TestDatabase;
beforeAll(async () => {
  database = await freshDatabase();
  await seedPeople(database.dataSource.manager);
  await writeRandomRows();
}, 60_000);
afterAll(() => database.close());

/** Random in the same way each time. */
async function writeRandomRows(): Promise<void> {
  const { manager } = database.dataSource;
  const values = fc.sample(fc.nat(1_000_000), { numRuns: 5_000, seed: 1_814 });
  let at = 0;
  const pick = <T>(from: readonly T[]): T => from[(values[(at += 1)] ?? 0) % from.length] as T;
  const state = openSimulatedCase('2027-05-01T08:00:00.000Z', { owner: OWNER, unit: 'helse' }).state();
  const row = viewRow(coreOf(newestProcess), state);
  const ids = Array.from({ length: CASES }, () => randomUUID());
  const cases = ids.map((id, n) => ({
    ...row,
    id,
    number: `2027-${String(n).padStart(4, '0')}`,
    openedAt: pick(INSTANTS),
    phaseSince: pick(INSTANTS),
    nextDueAt: pick([...INSTANTS, null]),
    stuckAt: pick([...INSTANTS, null]),
    organisation: null,
    title: pick(NAMES),
    epoch: 1,
  }));
  await insertRows(manager, CollaborationTable, cases);
  const handover = {
    purpose: 'TRANSFER',
    fromUnit: 'helse',
    fromPerson: OWNER,
    state: 'SENT',
    receivers: [],
    body: {},
  };
  const nothing = { gate: null, toPhase: null, escalated: false, toUnits: ['kultur'] };
  const handovers = ids.flatMap((caseId) =>
    ['h1', 'h2'].map((id, n) => ({
      ...{ ...handover, ...nothing, caseId, id, n },
      open: pick([true, false]),
      sentAt: pick([...INSTANTS, null]),
    })),
  );
  await insertRows(manager, HandoverTable, handovers as never);
  const owedBy = { owedByParty: 'MUNICIPALITY', owedByRole: 'owner', owedByUnit: 'helse' };
  const owedTo = {
    owedToParty: 'ENTREPRENEUR',
    owedToRole: 'contact',
    owedToUnit: null,
    owedToUser: null,
    owedToDuty: null,
  };
  const deadlines = ids.flatMap((caseId) =>
    ['d1', 'd10', 'd2'].map((id) => ({
      ...{
        caseId,
        id,
        kind: 'meeting',
        nature: 'DEBT',
        effect: 'PRACTICE',
        state: 'OPEN',
        dueOn: '2027-06-01',
        body: {},
        owedByDuty: pick(['innkjoper@helse', null]),
      },
      ...{
        ...owedBy,
        ...owedTo,
        owedByUser: pick([OWNER, OWNER, 'leder.helse', null]),
        owedByUntil: null,
        dueAt: pick(INSTANTS),
      },
    })),
  );
  await insertRows(manager, DeadlineTable, deadlines as never);
  const message = { kind: 'receiptSent', slot: 'owner', template: 'receipt', language: 'nb', status: 'WAITING' };
  const none = { deadline: null, rung: null, owedBy: null, sentAt: null };
  const messages = ids.flatMap((caseId) =>
    [1, 2].map((seq) => ({
      ...{ ...message, ...none, id: randomUUID(), caseId, seq, notBefore: NOW },
      dueAt: pick(INSTANTS),
    })),
  );
  await insertRows(manager, OutboxMessageTable, messages as never);
  const contact = { unit: 'ekstern', email: null, phone: null, staff: false, deactivatedAt: null, version: 1 };
  const contacts = Array.from({ length: 40 }, (_, n) => ({ ...contact, id: `k${n}`, name: pick(NAMES) }));
  await insertRows(manager, PersonTable, contacts);
  await insertRows(manager, OrganisationTable, [{ id: ORGANISATION, number: null, name: 'Nabobenken' }]);
  await insertRows(
    manager,
    RepresentativeTable,
    contacts.map(({ id: person }) => ({
      ...{ id: randomUUID(), person, organisation: ORGANISATION, from: '2027-01-01', to: null },
      ...{ addedBy: null, confirmedBy: null },
      caseId: pick([null, ids[0] ?? null]),
    })),
  );
  for (let n = 0; n < 30; n += 1) await audit(manager, { kind: 'auditExported', by: OWNER, detail: { n } });
}

interface Paging {
  readonly limit: number;
  readonly cursor: Cursor | undefined;
}
type List = (paging: Paging) => Promise<Page<unknown>>;

const manager = () => database.dataSource.manager;
const cases =
  (order: CaseOrder, filter: object = {}): List =>
  (paging) =>
    listCases(manager(), { ...READER, ...filter }, order, { ...paging, now: NOW });
const work =
  ({ whose, ...part }: WorkSection): List =>
  async (paging) => {
    const nobody = { away: [], unattended: [], leftTo: [], standsInFor: [], speaksFor: [], managerSlots: [] };
    const worker = { ...nobody, user: OWNER, on: '2027-06-01', tokens: READER.tokens, duties: ['innkjoper@helse'] };
    const [page] = await workOfSections(manager(), worker, { whose, parts: [part] }, paging);
    if (!page) throw new Error('a section has a page');
    return page;
  };

const LISTS: Readonly<Record<string, List>> = {
  ...Object.fromEntries(
    (['number', 'openedAt', 'phaseSince', 'due'] as const).flatMap((by) =>
      (['ASC', 'DESC'] as const).map((direction) => [`cases by ${by} ${direction}`, cases({ by, direction })]),
    ),
  ),
  'stuck cases': cases({ by: 'openedAt', direction: 'DESC' }, { stuck: true }),
  'cases by words': cases({ by: 'due', direction: 'ASC' }, { q: 'a' }),
  'handovers, oldest first': (paging) => listHandovers(manager(), READER, 'ASC', { ...paging, now: NOW }),
  'handovers, newest first': (paging) => listHandovers(manager(), READER, 'DESC', { ...paging, now: NOW }),
  'open handovers': (paging) => listHandovers(manager(), { ...READER, open: true }, 'ASC', { ...paging, now: NOW }),
  letters: (paging) => listOutboxMessages(manager(), READER, paging),
  'what is overdue': work({ whose: 'MINE', dueUntil: NOW }),
  'what is due later': work({ whose: 'MINE', dueAfter: NOW }),
  'what others owe': work({ whose: 'WAITED_FOR' }),
  people: (paging) => listPeople(manager(), { active: true, on: '2027-06-01' }, paging),
  'contacts of an organisation': (paging) => listContacts(manager(), ORGANISATION, '2027-06-01', paging),
  'the audit log': async ({ limit, cursor }) =>
    pageOf(await newestEntries(manager(), {}, { limit: limit + 1, under: cursor?.[0] }), limit, ({ id }) => [id]),
};

describe('a list', () => {
  it.each(Object.entries(LISTS))(
    'of %s gives the same rows in the same order, however large its pages are',
    async (_, list) => {
      const whole = await list({ limit: 1_000, cursor: undefined });
      expect(whole.next).toBeNull();
      expect(whole.rows.length).toBeGreaterThan(5);
      await fc.assert(
        fc.asyncProperty(fc.integer({ min: 1, max: whole.rows.length + 1 }), async (limit) => {
          const walked: unknown[] = [];
          let page: Page<unknown> = { rows: [], next: null };
          do {
            page = await list({ limit, cursor: page.next ?? undefined });
            expect(page.rows.length).toBeLessThanOrEqual(limit);
            walked.push(...page.rows);
          } while (page.next !== null);
          expect(walked).toEqual(whole.rows);
        }),
        { numRuns: 8, examples: [[1]] },
      );
    },
  );

  it('of names is in Norwegian order, in which Aa is Å', async () => {
    const { rows } = await listPeople(manager(), { active: true, on: '2027-06-01', unit: 'ekstern' }, { limit: 100 });
    const names = [...new Set(rows.map(({ name }) => name))].filter((name) => NAMES.includes(name));
    expect(names).toEqual([
      'abel',
      'Abel',
      'ABEL',
      'Oe',
      'Ola',
      'Ola  N',
      'Zoo',
      'Ærlig',
      'Ødegård',
      'Ånund',
      'Åse',
      'Aase',
    ]);
  });

  it('has no other order: every name in the database has it in its column', async () => {
    const rows = await manager().query<{ column: string }[]>(
      `SELECT table_name || '.' || column_name AS column FROM information_schema.columns
       WHERE table_schema = 'public' AND column_name ~ '(^|_)name$' AND collation_name IS DISTINCT FROM 'norwegian'
       ORDER BY 1`,
    );
    expect(rows.map(({ column }) => column)).toEqual([
      'api_token.name',
      'enquiry.contact_name',
      'file.name',
      'heartbeat.name',
      'migrations.name',
    ]);
  });
});
