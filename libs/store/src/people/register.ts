import type { EntityManager } from 'typeorm';
import { absences } from './absence.js';
import type { AbsenceRow } from './absence.js';
import { persons } from './person.js';
import type { PersonRow } from './person.js';
import { roleGrants } from './role-grant.js';
import type { RoleGrantRow } from './role-grant.js';
import { units } from './unit.js';
import type { UnitRow } from './unit.js';

export interface RegisterRows {
  readonly units: readonly UnitRow[];
  readonly people: readonly PersonRow[];
  readonly grants: readonly RoleGrantRow[];
  readonly absences: readonly AbsenceRow[];
}

/** Units, people, roles and absences in memory: what the rules of a change look things up in, and an import plays on. */
export class Register {
  readonly units = new Map<string, UnitRow>();
  readonly people = new Map<string, PersonRow>();
  private readonly emails = new Map<string, string>();
  private readonly held = new Map<string, Map<string, RoleGrantRow>>();
  private readonly holders = new Map<string, Map<string, RoleGrantRow>>();
  private readonly away = new Map<string, AbsenceRow[]>();

  constructor(rows: RegisterRows) {
    for (const unit of rows.units) this.units.set(unit.id, unit);
    for (const person of rows.people) this.putPerson(person);
    for (const grant of rows.grants) this.putGrant(grant);
    for (const absence of rows.absences) push(this.away, absence.person, absence);
  }

  /** The active person of that kind who has the e-mail. */
  byEmail(email: string, staff: boolean): PersonRow | undefined {
    return this.people.get(this.emails.get(emailKey(email, staff)) ?? '');
  }

  grantsOf(person: string): readonly RoleGrantRow[] {
    return [...(this.held.get(person)?.values() ?? [])];
  }

  /** Everybody's grants of a role, whenever they hold. */
  grantsOfRole(role: string): readonly RoleGrantRow[] {
    return [...(this.holders.get(role)?.values() ?? [])];
  }

  absencesOf(person: string): readonly AbsenceRow[] {
    return this.away.get(person) ?? [];
  }

  isActive(person: string): boolean {
    return this.people.get(person)?.deactivatedAt === null;
  }

  putPerson(person: PersonRow): void {
    const before = this.people.get(person.id);
    if (before?.email) this.emails.delete(emailKey(before.email, before.staff));
    this.people.set(person.id, person);
    if (person.email && person.deactivatedAt === null) {
      this.emails.set(emailKey(person.email, person.staff), person.id);
    }
  }

  putGrant(grant: RoleGrantRow): void {
    const key = JSON.stringify([grant.person, grant.role, grant.unit, grant.from]);
    inside(this.held, grant.person).set(key, grant);
    inside(this.holders, grant.role).set(key, grant);
  }
}

export async function readRegister(manager: EntityManager): Promise<Register> {
  return new Register({
    units: await manager.find(units),
    people: await manager.find(persons),
    grants: await manager.find(roleGrants),
    absences: await manager.find(absences),
  });
}

/**
 * Waits until no other change of the registers is under way, and keeps others out till the transaction ends: rules about
 * several rows ("the last leader", "no overlap") hold whoever writes at the same time.
 */
export async function holdRegisters(manager: EntityManager): Promise<void> {
  await manager.query(`SELECT pg_advisory_xact_lock(hashtext('stafett.registers'))`);
}

export const isSameGrant = (a: RoleGrantRow, b: RoleGrantRow): boolean =>
  a.person === b.person && a.role === b.role && a.unit === b.unit && a.from === b.from;

const emailKey = (email: string, staff: boolean): string => `${staff}:${email.toLowerCase()}`;

function push<Row>(map: Map<string, Row[]>, key: string, row: Row): void {
  map.set(key, [...(map.get(key) ?? []), row]);
}

function inside<Row>(map: Map<string, Map<string, Row>>, key: string): Map<string, Row> {
  const inner = map.get(key) ?? new Map<string, Row>();
  map.set(key, inner);
  return inner;
}
