import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import type { EntityManager } from 'typeorm';
import type { z } from 'zod';
import type { UserId } from '#domain/model/case.js';
import { hasEnded } from '#domain/period.js';
import type { LocalDate } from '#domain/time.js';
import type { Actor } from '#domain/model/command.js';
import { isAdmin, mayChangeReach, mayLead } from '#domain/policy/administration.js';
import type { changedPerson, newPerson } from '#contracts/http/people.js';
import { casesHeldBy } from '#store/cases/lists/cases-held.js';
import { addPerson, changePerson } from '#store/people/change-person.js';
import { reactivate } from '#store/access/reactivate.js';
import { personBroken } from '#store/people/rules/people.js';
import { persons } from '#store/people/person.js';
import type { PersonRow } from '#store/people/person.js';
import { roleGrants } from '#store/people/role-grant.js';
import type { RoleGrantRow } from '#store/people/role-grant.js';
import { Database } from '../shared/database.js';
import { Installation } from '../shared/installation.js';
import { refused, refusedWith } from '../shared/refused.js';
import { Changes, requireUnbroken } from './administration/changes.js';
import { entryOf } from './person-entry.js';
import type { PersonEntry } from './person-entry.js';

const NOT_LEADER_TEXT = 'Du leder ikke enheten.';

/** Adds, reads and changes people. */
@Injectable()
export class PeopleRegister {
  constructor(
    private readonly database: Database,
    private readonly installation: Installation,
    private readonly changes: Changes,
  ) {}

  /** @throws PlatformRefusal 404. */
  async require(id: UserId): Promise<PersonRow> {
    const row = await this.database.manager.findOneBy(persons, { id });
    if (!row) throw refusedWith('not-found', 'Personen finnes ikke.');
    return row;
  }

  async entries(rows: readonly PersonRow[], actor: Actor): Promise<PersonEntry[]> {
    const grants = await this.database.manager.find(roleGrants, {
      where: { person: In(rows.map(({ id }) => id)) },
      order: { role: 'ASC', unit: 'ASC' },
    });
    const on = await this.installation.today();
    return rows.map((row) => entryOf(row, { grants, on, actor }));
  }

  async add(actor: Actor, key: string, body: z.output<typeof newPerson>): Promise<UserId> {
    if (!mayLead(actor, body.unit)) throw refusedWith('forbidden', NOT_LEADER_TEXT);
    const today = await this.installation.today();
    const request = { route: 'POST /people', body };
    const { id } = await this.changes.once({ caller: actor.user, key, request }, async (manager, register) => {
      const person: PersonRow = { ...body, id: body.id ?? randomUUID(), deactivatedAt: null, version: 1 };
      if (register.people.has(person.id)) {
        throw refusedWith('held', 'Brukernavnet er tatt.', [{ pointer: '/id', detail: 'is taken' }]);
      }
      requireUnbroken(personBroken(register, person, today));
      await addPerson(manager, person, actor.user);
      return { id: person.id };
    });
    return id;
  }

  /** @param expectedVersion  the version that the editor read; undefined accepts any version. */
  async change(
    actor: Actor,
    id: UserId,
    expectedVersion: number | undefined,
    { active, ...body }: z.output<typeof changedPerson>,
  ): Promise<PersonRow> {
    const today = await this.installation.today();
    return this.changes.make(async (manager, register) => {
      const before = register.people.get(id);
      if (!before) throw refusedWith('not-found', 'Personen finnes ikke.');
      const after: PersonRow = { ...before, ...definedFields(body), ...(active && { deactivatedAt: null }) };
      const held = register.grantsOf(id).filter((grant) => !hasEnded(grant, today));
      requireMayChange(actor, before, after, held);
      if (expectedVersion !== undefined && expectedVersion !== before.version) throw stale(before.version);
      if (before.staff && !after.staff) await requireNoOpenCases(manager, id, today);
      requireUnbroken(personBroken(register, after, today));
      const isReturning = active === true && before.deactivatedAt !== null;
      const current = isReturning ? await reactivate(manager, before, { register, today, by: actor.user }) : before;
      return changePerson(manager, current, after, actor.user);
    });
  }
}

/** @throws PlatformRefusal 403 when the actor may not make the change. */
function requireMayChange(actor: Actor, before: PersonRow, after: PersonRow, held: readonly RoleGrantRow[]): void {
  if (!mayLead(actor, before.unit) || !mayLead(actor, after.unit)) throw refusedWith('forbidden', NOT_LEADER_TEXT);
  const isForAdmins = after.staff !== before.staff || after.deactivatedAt !== before.deactivatedAt;
  if (isForAdmins && !isAdmin(actor)) {
    throw refusedWith('forbidden', 'Bare administratorer endrer hvem som er ansatt.');
  }
  if (after.email !== before.email && !mayChangeReach(actor, held)) {
    throw refusedWith('forbidden', 'Bare administratorer endrer e-posten til den som har denne rollen.');
  }
}

/** Only staff may hold open cases. */
async function requireNoOpenCases(manager: EntityManager, id: UserId, today: LocalDate): Promise<void> {
  const { length } = await casesHeldBy(manager, id, today);
  if (length === 0) return;
  throw refusedWith('held', `Personen har åpne saker (${length}): overfør dem først.`, [
    { pointer: '/staff', detail: 'holds open cases' },
  ]);
}

const stale = (version: number) =>
  refused({
    code: 'stale',
    detail: `Personen er endret siden du leste (nå versjon ${version}). Les på nytt og endre så.`,
    more: { version },
  });

function definedFields(body: Omit<z.output<typeof changedPerson>, 'active'>): Partial<PersonRow> {
  return Object.fromEntries(Object.entries(body).filter(([, value]) => value !== undefined));
}
