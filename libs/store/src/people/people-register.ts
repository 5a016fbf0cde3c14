import type { EntityManager } from 'typeorm';
import { AbsenceTable } from './absence-table.js';
import type { AbsenceRow } from './absence-table.js';
import { PersonTable } from './person-table.js';
import type { PersonRow } from './person-table.js';
import { RoleGrantTable } from './role-grant-table.js';
import type { RoleGrantRow } from './role-grant-table.js';
import { UnitTable } from './unit-table.js';
import type { UnitRow } from './unit-table.js';

export interface PeopleRegisterRows {
  readonly units: readonly UnitRow[];
  readonly people: readonly PersonRow[];
  readonly grants: readonly RoleGrantRow[];
  readonly absences: readonly AbsenceRow[];
}

/** Units, people, roles and absences in memory. Checks read it; an import applies its rows to it before writing any. */
export class PeopleRegister {
  private readonly unitsById = new Map<string, UnitRow>();
  private readonly idByUnitName = new Map<string, string>();
  readonly people = new Map<string, PersonRow>();
  private readonly idByEmail = new Map<string, string>();
  private readonly grantsByPerson = new Map<string, Map<string, RoleGrantRow>>();
  private readonly grantsByRole = new Map<string, Map<string, RoleGrantRow>>();
  private readonly grantsBySeat = new Map<string, Map<string, RoleGrantRow>>();
  private readonly absencesByPerson = new Map<string, AbsenceRow[]>();

  constructor(rows: PeopleRegisterRows) {
    for (const unit of rows.units) this.putUnit(unit);
    for (const person of rows.people) this.putPerson(person);
    for (const grant of rows.grants) this.putGrant(grant);
    for (const absence of rows.absences) appendTo(this.absencesByPerson, absence.person, absence);
  }

  get units(): ReadonlyMap<string, UnitRow> {
    return this.unitsById;
  }

  /** The unit that is not closed and has this name, in any letter case. */
  openUnitNamed(name: string): UnitRow | undefined {
    return this.unitsById.get(this.idByUnitName.get(name.toLowerCase()) ?? '');
  }

  /** The active person with the e-mail, among staff or among outside people. */
  activePersonByEmail(email: string, staff: boolean): PersonRow | undefined {
    return this.people.get(this.idByEmail.get(emailKey(email, staff)) ?? '');
  }

  grantsOf(person: string): readonly RoleGrantRow[] {
    return [...(this.grantsByPerson.get(person)?.values() ?? [])];
  }

  /** All grants of a role, past and future ones included. */
  grantsOfRole(role: string): readonly RoleGrantRow[] {
    return [...(this.grantsByRole.get(role)?.values() ?? [])];
  }

  /** Grants of one role in one unit, past and future ones included: to one person, or to anybody. */
  grantsIn(seat: { readonly role: string; readonly unit: string; readonly person?: string }): Iterable<RoleGrantRow> {
    return this.grantsBySeat.get(seatKey(seat))?.values() ?? [];
  }

  absencesOf(person: string): readonly AbsenceRow[] {
    return this.absencesByPerson.get(person) ?? [];
  }

  isActive(person: string): boolean {
    return this.people.get(person)?.deactivatedAt === null;
  }

  putUnit(unit: UnitRow): void {
    const before = this.unitsById.get(unit.id);
    if (before && this.openUnitNamed(before.name) === before) this.idByUnitName.delete(before.name.toLowerCase());
    this.unitsById.set(unit.id, unit);
    if (unit.closedOn === null) this.idByUnitName.set(unit.name.toLowerCase(), unit.id);
  }

  putPerson(person: PersonRow): void {
    const before = this.people.get(person.id);
    if (before?.email) this.idByEmail.delete(emailKey(before.email, before.staff));
    this.people.set(person.id, person);
    if (person.email && person.deactivatedAt === null) {
      this.idByEmail.set(emailKey(person.email, person.staff), person.id);
    }
  }

  putGrant(grant: RoleGrantRow): void {
    const key = JSON.stringify([grant.person, grant.role, grant.unit, grant.from]);
    innerMap(this.grantsByPerson, grant.person).set(key, grant);
    innerMap(this.grantsByRole, grant.role).set(key, grant);
    innerMap(this.grantsBySeat, seatKey(grant)).set(key, grant);
    innerMap(this.grantsBySeat, seatKey({ role: grant.role, unit: grant.unit })).set(key, grant);
  }
}

export async function readPeopleRegister(manager: EntityManager): Promise<PeopleRegister> {
  return new PeopleRegister({
    units: await manager.find(UnitTable, { order: { name: 'ASC', id: 'ASC' } }),
    people: await manager.find(PersonTable),
    grants: await manager.find(RoleGrantTable),
    absences: await manager.find(AbsenceTable),
  });
}

/**
 * Takes an advisory lock until the transaction ends, so that checks across rows ("the last leader", "no overlap") hold
 * when several administrators write at the same time.
 */
export async function lockPeopleRegister(manager: EntityManager): Promise<void> {
  await manager.query(`SELECT pg_advisory_xact_lock(hashtext('stafett.registers'))`);
}

export const isSameGrant = (a: RoleGrantRow, b: RoleGrantRow): boolean =>
  a.person === b.person && a.role === b.role && a.unit === b.unit && a.from === b.from;

const emailKey = (email: string, staff: boolean): string => `${staff}:${email}`;

const seatKey = ({ role, unit, person }: { role: string; unit: string; person?: string }): string =>
  JSON.stringify([role, unit, person]);

function appendTo<Row>(map: Map<string, Row[]>, key: string, row: Row): void {
  const rows = map.get(key);
  if (rows) rows.push(row);
  else map.set(key, [row]);
}

function innerMap<Row>(map: Map<string, Map<string, Row>>, key: string): Map<string, Row> {
  const inner = map.get(key) ?? new Map<string, Row>();
  map.set(key, inner);
  return inner;
}
