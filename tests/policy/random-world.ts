import { randomUUID } from 'node:crypto';
import { textKeysIn } from '#contracts/http/shared/private-texts.js';
import { demoGrants, demoPeople } from '#infra/demo/municipality.js';
import type { CaseEvent } from '#domain/model/events.js';
import { addDays, addMillis } from '#domain/time.js';
import { importCase } from '#store/cases/import-case.js';
import { SensitiveCaseTable } from '#store/cases/lists/sensitive-case-table.js';
import { TextTable } from '#store/cases/texts/text-table.js';
import { insertMissing, insertRows } from '#store/db/write-rows.js';
import { OutboxMessageTable } from '#store/mailroom/outbox-message-table.js';
import { AbsenceTable } from '#store/people/absence-table.js';
import { OrganisationTable } from '#store/organisations/organisation-table.js';
import { RoleGrantTable } from '#store/people/role-grant-table.js';
import { RepresentativeTable } from '#store/organisations/representative-table.js';
import { startTestApi } from '#support/test-api.js';
import type { TestApi } from '#support/test-api.js';
import { actingLeaders, followedSubstitutes } from './oracle.js';
import type { OraclePerson } from './oracle.js';
import { PERSON_IDS, randomCase, seededRandom, randomPerson } from './random-cases.js';
import type { RandomCase } from './random-cases.js';

export interface RandomWorld {
  readonly api: TestApi;
  readonly cases: readonly RandomCase[];
  readonly people: readonly OraclePerson[];
  /** Who has a substitute that is away too. */
  readonly awayTwice: readonly string[];
}

const CASES = 12;
/** The first day of every absence: before anything happened. */
const LONG_AGO = '2026-12-01';

/**
 * An API whose database holds random cases and people. Every third case is sensitive; each has a letter to the entrepreneur
 * and one to its owner; everybody was away until yesterday, or still is.
 */
export async function startRandomWorld(seed: number): Promise<RandomWorld> {
  const random = seededRandom(seed);
  const cases = Array.from({ length: CASES }, (_, n) => randomCase(n + 1, random));
  // Half of the people, and everybody who owned a case at some time or was invited to one.
  const owners = new Set(cases.flatMap(({ events }) => events.flatMap(ownersIn)));
  const all = PERSON_IDS.map((id) => randomPerson(id, cases, random));
  const people = oneSubstituteEach(
    all.filter(({ id, invitations }) => random(2) === 0 || owners.has(id) || invitations.length > 0),
  );
  const last = cases.map(({ events }) => events.at(-1)?.recordedAt ?? '').reduce((a, b) => (a > b ? a : b));
  const api = await startTestApi({ temporal: 'down', at: addMillis(last, 60_000) });
  await writeCases(api, cases);
  await writePeople(api, { cases, people }, last.slice(0, 10));
  const away = new Set(people.flatMap(({ substituteFor }) => substituteFor));
  const everybody = demoPeople.map(({ id }) => ({
    id,
    roles: people.find((it) => it.id === id)?.roles ?? rolesOf(id),
  }));
  const awayTwice = people.flatMap(({ id, substituteFor }) => (away.has(id) ? substituteFor : []));
  return { api, cases, people: actingLeaders(followedSubstitutes(people), everybody), awayTwice };
}

/** Removes substitutes so that nobody has two. */
function oneSubstituteEach(all: readonly OraclePerson[]): OraclePerson[] {
  const taken = new Set<string>();
  return all.map((who) => {
    const covers = who.substituteFor.filter((it) => it !== who.id && !taken.has(it));
    covers.forEach((it) => taken.add(it));
    return { ...who, substituteFor: covers };
  });
}

const rolesOf = (id: string) => demoGrants.filter(({ person }) => person === id);

const ownersIn = (event: CaseEvent): string[] =>
  event.type === 'enquiryReceived' || event.type === 'ownerAssigned' ? [event.data.owner] : [];

export const isSensitive = (cases: readonly RandomCase[], id: string): boolean =>
  cases.findIndex(({ state }) => state.id === id) % 3 === 0;

const organisationsOf = (cases: readonly RandomCase[]): ReadonlySet<string> =>
  new Set(cases.flatMap(({ state }) => state.organisation ?? []));

async function writeCases({ dataSource: { manager } }: TestApi, cases: readonly RandomCase[]): Promise<void> {
  await insertRows(
    manager,
    OrganisationTable,
    [...organisationsOf(cases)].map((id) => ({ id, number: null, name: `Virksomhet ${id.slice(-2)}` })),
  );
  for (const { state, events } of cases) {
    const keys = [...new Set(events.flatMap(({ data }) => textKeysIn(data)))];
    const words = keys.map((id) => ({ id, caseId: state.id, commandId: 'c', field: '/', body: `ord ${id}` }));
    await insertRows(manager, TextTable, words as never);
    await importCase(manager, events, 'import');
    if (isSensitive(cases, state.id))
      await manager.insert(SensitiveCaseTable, { caseId: state.id, markedBy: 'personvern' });
    await insertRows(manager, OutboxMessageTable, ['entrepreneur', 'owner'].map(letterIn(state)));
  }
}

const letterIn =
  ({ id: caseId, openedAt }: RandomCase['state']) =>
  (slot: string) => ({
    id: randomUUID(),
    caseId,
    seq: 1,
    kind: 'enquiryReceived',
    slot,
    deadline: null,
    rung: null,
    owedBy: null,
    template: 'receipt',
    language: 'nb',
    dueAt: openedAt,
    notBefore: openedAt,
    status: 'WAITING' as const,
    sentAt: null,
  });

async function writePeople(
  { dataSource: { manager } }: TestApi,
  { cases, people }: Pick<RandomWorld, 'cases' | 'people'>,
  today: string,
): Promise<void> {
  const from = '2020-01-01';
  const organisations = organisationsOf(cases);
  const substitutes = new Map(people.flatMap(({ id, substituteFor }) => substituteFor.map((it) => [it, id] as const)));
  const absences = [...new Set([...people.map(({ id }) => id), ...substitutes.keys()])].map((person) => {
    const substitute = substitutes.get(person) ?? null;
    return { person, from: LONG_AGO, to: substitute === null ? addDays(today, -1) : null, substitute };
  });
  await insertRows(manager, AbsenceTable, absences);
  for (const { id, roles, represents } of people) {
    await insertMissing(
      manager,
      RoleGrantTable,
      roles.map((it) => ({ ...it, person: id, from, to: null })),
    );
    const represented = represents.map((it) => {
      const isCase = !organisations.has(it);
      const organisation = isCase ? cases.find(({ state }) => state.id === it)?.state.organisation : it;
      return {
        person: id,
        organisation: organisation ?? '',
        caseId: isCase ? it : null,
        from,
        to: null,
        confirmedBy: 'admin',
      };
    });
    for (const row of represented) await manager.insert(RepresentativeTable, { ...row, id: randomUUID() });
  }
}
