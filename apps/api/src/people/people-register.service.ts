import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { z } from 'zod';
import type { UserId } from '#domain/model/case.js';
import { hasEnded } from '#domain/period.js';
import type { LocalDate } from '#domain/time.js';
import type { Actor } from '#domain/model/command.js';
import { isAdmin, canGrantAll, canAdministerUnit } from '#domain/policy/administration.js';
import type { personChangeBody, newPersonBody } from '#contracts/http/people/person.js';
import { casesHeldBy } from '#store/cases/lists/cases-held.js';
import { addPerson, changePerson } from '#store/people/change-person.js';
import { reactivatePerson } from '#store/access/reactivate-person.js';
import { checkPerson } from '#store/people/rules/check-person.js';
import { findPerson } from '#store/people/list-people.js';
import type { PersonRow } from '#store/people/person-table.js';
import { roleGrantsOf } from '#store/people/role-grants.js';
import type { RoleGrantRow } from '#store/people/role-grant-table.js';
import { DatabaseService } from '../shared/database.service.js';
import { InstallationClockService } from '../shared/installation-clock.service.js';
import { refused, refusedWith } from '../shared/refused.js';
import { RegisterChangesService, requireValid } from './administration/register-changes.service.js';
import { EmailChangeNoticeService } from './email-change-notice.service.js';
import { personEntryOf } from './person-entry.js';
import type { PersonEntry } from './person-entry.js';

const NOT_LEADER_TEXT = { nb: 'Du leder ikke enheten.', en: 'You do not lead the unit.' };

/** Adds, reads and changes people. */
@Injectable()
export class PeopleRegisterService {
  constructor(
    private readonly database: DatabaseService,
    private readonly installation: InstallationClockService,
    private readonly changes: RegisterChangesService,
    private readonly notice: EmailChangeNoticeService,
  ) {}

  /** @throws HttpRefusal 404. */
  async requirePerson(id: UserId): Promise<PersonRow> {
    const row = await findPerson(this.database.manager, id);
    if (!row) throw refusedWith('not-found', { nb: 'Personen finnes ikke.', en: 'The person does not exist.' });
    return row;
  }

  async entries(rows: readonly PersonRow[], actor: Actor): Promise<PersonEntry[]> {
    const ids = rows.map(({ id }) => id);
    const grants = await roleGrantsOf(this.database.manager, ids);
    const on = await this.installation.today();
    return rows.map((row) => personEntryOf(row, { grants, on, actor }));
  }

  async add(actor: Actor, key: string, body: z.output<typeof newPersonBody>): Promise<UserId> {
    if (!canAdministerUnit(actor, body.unit)) throw refusedWith('forbidden', NOT_LEADER_TEXT);
    const today = await this.installation.today();
    const request = { route: 'POST /people', body };
    const { id } = await this.changes.runOnce({ caller: actor.user, key, request }, async (manager, register) => {
      const person: PersonRow = { ...body, id: body.id ?? randomUUID(), deactivatedAt: null, version: 1 };
      if (register.people.has(person.id)) {
        throw refusedWith('held', { nb: 'Brukernavnet er tatt.', en: 'The user name is taken.' }, [
          { pointer: '/id', detail: 'is taken' },
        ]);
      }
      requireValid(checkPerson(register, person, today));
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
    { active, ...body }: z.output<typeof personChangeBody>,
  ): Promise<PersonRow> {
    const today = await this.installation.today();
    const { before, changed } = await this.changes.run(async (manager, register) => {
      const before = register.people.get(id);
      if (!before) throw refusedWith('not-found', { nb: 'Personen finnes ikke.', en: 'The person does not exist.' });
      const after: PersonRow = { ...before, ...definedFields(body), ...(active && { deactivatedAt: null }) };
      const held = register.grantsOf(id).filter((grant) => !hasEnded(grant, today));
      requireMayChange(actor, before, after, held);
      if (expectedVersion !== undefined && expectedVersion !== before.version) throw stale(before.version);
      if (before.staff && !after.staff) await requireNoOpenCases(manager, id, today);
      requireValid(checkPerson(register, after, today));
      const isReturning = active === true && before.deactivatedAt !== null;
      const current = isReturning
        ? await reactivatePerson(manager, before, { register, today, by: actor.user })
        : before;
      return { before, changed: await changePerson(manager, current, after, actor.user) };
    });
    this.notice.tell(before, changed);
    return changed;
  }
}

/** @throws HttpRefusal 403 when the actor may not make the change. */
function requireMayChange(actor: Actor, before: PersonRow, after: PersonRow, held: readonly RoleGrantRow[]): void {
  if (!canAdministerUnit(actor, before.unit) || !canAdministerUnit(actor, after.unit))
    throw refusedWith('forbidden', NOT_LEADER_TEXT);
  // Whoever is outside signs in with what is sent to their address.
  if (after.email !== before.email && !before.staff && !isAdmin(actor)) {
    throw refusedWith('forbidden', {
      nb: 'Bare administratorer endrer e-posten til noen utenfor kommunen.',
      en: 'Only administrators change the e-mail address of somebody outside the municipality.',
    });
  }
  const isForAdmins = after.staff !== before.staff || after.deactivatedAt !== before.deactivatedAt;
  if (isForAdmins && !isAdmin(actor)) {
    throw refusedWith('forbidden', {
      nb: 'Bare administratorer endrer hvem som er ansatt.',
      en: 'Only administrators change who is employed.',
    });
  }
  if (after.email !== before.email && !canGrantAll(actor, held)) {
    throw refusedWith('forbidden', {
      nb: 'Bare administratorer endrer e-posten til den som har denne rollen.',
      en: 'Only administrators change the e-mail address of somebody with this role.',
    });
  }
}

/** Only staff may hold open cases. */
async function requireNoOpenCases(manager: EntityManager, id: UserId, today: LocalDate): Promise<void> {
  const { length } = await casesHeldBy(manager, id, today);
  if (length === 0) return;
  throw refusedWith(
    'held',
    {
      nb: `Personen har åpne saker (${length}): overfør dem først.`,
      en: `The person has open cases (${length}): transfer them first.`,
    },
    [{ pointer: '/staff', detail: 'holds open cases' }],
  );
}

const stale = (version: number) =>
  refused({
    code: 'stale',
    detail: {
      nb: `Personen er endret siden du leste (nå versjon ${version}). Les på nytt og endre så.`,
      en: `The person has changed since you read it (now version ${version}). Read it again, then change it.`,
    },
    more: { version },
  });

function definedFields(body: Omit<z.output<typeof personChangeBody>, 'active'>): Partial<PersonRow> {
  return Object.fromEntries(Object.entries(body).filter(([, value]) => value !== undefined));
}
