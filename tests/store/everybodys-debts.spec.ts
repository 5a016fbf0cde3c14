import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Not, IsNull } from 'typeorm';
import { peopleActedFor } from '#domain/people/staff-actor.js';
import { covers } from '#domain/period.js';
import { coreOf } from '#domain/process/process-core.js';
import { addDays } from '#domain/time.js';
import type { Actor } from '#domain/model/command.js';
import type { Case } from '#domain/model/case.js';
import type { Directory, DirectoryUser } from '#domain/policy/directory.js';
import { demoPeople } from '#infra/demo/municipality.js';
import { seedPeople } from '#infra/demo/seed-people.js';
import { newestProcess } from '#processes/versions.js';
import { workOfSections } from '#store/cases/lists/work-list.js';
import { workerOn } from '#store/cases/lists/worker.js';
import { DeadlineTable } from '#store/cases/views/deadline-table.js';
import { firstCaseInsertion } from '#store/cases/views/first-view.js';
import { changedPartInsertions } from '#store/cases/views/project-events.js';
import { insertRows, writeRows } from '#store/db/write-rows.js';
import { AbsenceTable } from '#store/people/absence-table.js';
import { readDirectory } from '#store/people/directory.js';
import { PersonTable } from '#store/people/person-table.js';
import { RoleGrantTable } from '#store/people/role-grant-table.js';
import { freshDatabase, type TestDatabase } from '#support/test-database.js';
import { PERSON_IDS, randomCase, seededRandom } from '../policy/random-cases.js';

const CASES = 16;
const WORLDS = 12;
const LONG_AGO = '2020-01-01';
const STAFF = demoPeople.filter(({ staff }) => staff).map(({ id }) => id);
const random = seededRandom(20_27);
const pick = <T>(from: readonly T[]): T => from[random(from.length)] as T;

let database: TestDatabase;
let cases: readonly Case[];
beforeAll(async () => {
  database = await freshDatabase();
  const { manager } = database.dataSource;
  await seedPeople(manager);
  cases = Array.from({ length: CASES }, (_, n) => randomCase(n + 1, random).state);
  const core = coreOf(newestProcess);
  for (const state of cases) {
    const rows = firstCaseInsertion(core, state, { title: state.number, epoch: 1 });
    await writeRows(manager, rows, ...changedPartInsertions(core, null, state));
  }
}, 300_000);
afterAll(() => database.close());

const manager = () => database.dataSource.manager;
const dayOf = (state: Case): string => state.lastActAt.slice(0, 10);
const today = (): string => addDays(cases.map(dayOf).sort().at(-1) ?? '', 1);

/** Some are away, with a substitute or without; some have left; some hold the roles of others too. Somebody administers. */
async function randomPeople(): Promise<Directory> {
  await manager().delete(AbsenceTable, { person: Not(IsNull()) });
  await manager().update(PersonTable, { deactivatedAt: Not(IsNull()) }, { deactivatedAt: null });
  const others = PERSON_IDS.filter((id) => STAFF.includes(id) && id !== 'admin');
  const away = others.filter(() => random(3) === 0);
  const absences = away.map((person) => {
    const substitute = random(2) === 0 ? pick(STAFF) : null;
    return { person, from: LONG_AGO, to: null, substitute: substitute === person ? null : substitute };
  });
  await insertRows(manager(), AbsenceTable, absences);
  for (const id of others.filter(() => random(10) === 0))
    await manager().update(PersonTable, { id }, { deactivatedAt: new Date() });
  const held = await manager().find(RoleGrantTable, { where: { to: IsNull() } });
  for (const { role, unit } of held.filter(() => random(20) === 0)) {
    const grant = { person: pick(STAFF), role, unit, from: LONG_AGO, to: null };
    if (!held.some((it) => it.person === grant.person && it.role === role && it.unit === unit))
      await insertRows(manager(), RoleGrantTable, [grant]);
  }
  return readDirectory(manager(), today());
}

function actorOf(directory: Directory, { id, grants }: DirectoryUser): Actor {
  const parties = cases.flatMap((state) =>
    (state.parties ?? [])
      .filter((it) => it.party === id && covers(it, today()))
      .map(({ role }) => ({ case: state.id, role })),
  );
  return { user: id, grants, parties, standsInFor: peopleActedFor(directory, id, today()) };
}

const isAtWork = ({ absences = [] }: Directory, { id, left, staff }: DirectoryUser): boolean =>
  staff && left !== true && !absences.some((it) => it.person === id);

/** Every debt in the My day of somebody at work, as `<case>/<deadline>`. */
async function seenBySomebody(directory: Directory): Promise<Set<string>> {
  const seen = new Set<string>();
  for (const user of directory.users.filter((it) => isAtWork(directory, it))) {
    const worker = workerOn(actorOf(directory, user), directory, today());
    const asked = { whose: 'MINE', parts: [{}] } as const;
    const [{ rows } = { rows: [] }] = await workOfSections(manager(), worker, asked, { limit: 1_000 });
    for (const row of rows) for (const { id } of [row.deadline, ...row.also]) seen.add(`${row.case.id}/${id}`);
  }
  return seen;
}

describe('My day', () => {
  it('of somebody at work has every open debt of the municipality, whoever is away, has left or shares a role', async () => {
    const debts = await manager().find(DeadlineTable, {
      where: { owedByParty: 'MUNICIPALITY', nature: 'DEBT', state: Not('PAUSED') },
    });
    const waitedFor = await manager().find(DeadlineTable, { where: { nature: Not('DEBT') } });
    const ofRoles = debts.filter(({ owedByUser }) => owedByUser === null).length;
    const nobodys: string[] = [];
    for (let world = 0; world < WORLDS; world += 1) {
      const directory = await randomPeople();
      const seen = await seenBySomebody(directory);
      expect(waitedFor.filter(({ caseId, id }) => seen.has(`${caseId}/${id}`))).toEqual([]);
      for (const { caseId, id, owedByRole, owedByUnit, owedByUser } of debts)
        if (!seen.has(`${caseId}/${id}`)) nobodys.push(`${world} ${id} ${owedByRole}@${owedByUnit} ${owedByUser}`);
    }
    console.info(`${WORLDS} worlds, ${debts.length} debts, ${ofRoles} of them of a role`);
    expect(nobodys).toEqual([]);
    expect(debts.length).toBeGreaterThan(30);
    expect(ofRoles).toBeGreaterThan(5);
  }, 300_000);
});
