import { dayText } from '#domain/model/words/day-text.js';
import { Injectable } from '@nestjs/common';
import type { z } from 'zod';
import type { UserId } from '#domain/model/case.js';
import type { Actor } from '#domain/model/command.js';
import { hasEnded } from '#domain/period.js';
import { addDays } from '#domain/time.js';
import { canGrant } from '#domain/policy/administration.js';
import type { newRoleBody } from '#contracts/http/people/role.js';
import { endRoleGrant, addRoleGrant, deleteRoleGrant } from '#store/people/change-role-grant.js';
import { isSameGrant } from '#store/people/people-register.js';
import type { PeopleRegister } from '#store/people/people-register.js';
import { checkGrantEnd, checkGrant, checkSuccessor, lastInUnitWarning } from '#store/people/rules/check-grant.js';
import { roleHistoryOf } from '#store/people/role-grants.js';
import type { RoleGrantRow } from '#store/people/role-grant-table.js';
import type { Label } from '#domain/process/process-document.js';
import { DatabaseService } from '../shared/database.service.js';
import { InstallationClockService } from '../shared/installation-clock.service.js';
import { refusedWith } from '../shared/refused.js';
import { RegisterChangesService, requireValid } from './administration/register-changes.service.js';
import { PeopleRegisterService } from './people-register.service.js';

interface EndedRole extends RoleGrantRow {
  readonly warning?: Label;
}

/** Lists, gives, ends and takes back roles. */
@Injectable()
export class RolesService {
  constructor(
    private readonly database: DatabaseService,
    private readonly installation: InstallationClockService,
    private readonly register: PeopleRegisterService,
    private readonly changes: RegisterChangesService,
  ) {}

  /** Past, present and future roles, newest first. */
  async list(person: UserId): Promise<RoleGrantRow[]> {
    await this.register.requirePerson(person);
    return roleHistoryOf(this.database.manager, person);
  }

  async give(actor: Actor, person: UserId, key: string, body: z.output<typeof newRoleBody>): Promise<RoleGrantRow> {
    requireMayGrant(actor, body);
    const today = await this.installation.today();
    const request = { route: 'POST /people/roles', person, body };
    return this.changes.runOnce({ caller: actor.user, key, request }, async (manager, register) => {
      if (!register.people.has(person))
        throw refusedWith('not-found', { nb: 'Personen finnes ikke.', en: 'The person does not exist.' });
      const grant: RoleGrantRow = { ...body, person, from: body.from ?? today };
      requireValid(checkGrant(register, grant, today));
      await addRoleGrant(manager, grant, actor.user);
      return grant;
    });
  }

  /** Warns when nobody else in the unit has the role afterwards. */
  async end(actor: Actor, requested: RoleGrantRow): Promise<EndedRole> {
    const today = await this.installation.today();
    return this.changes.run(async (manager, register) => {
      const grant = requireGrant(register, requested);
      requireMayGrant(actor, grant);
      if (grant.to === requested.to) return grant;
      if (hasEnded(grant, today)) {
        throw refusedWith('in-the-past', {
          nb: `Rollen tok slutt ${dayText(grant.to ?? today).nb}; gi en ny.`,
          en: `The role ended ${dayText(grant.to ?? today).en}; give a new one.`,
        });
      }
      requireValid(checkGrantEnd(register, grant, requested.to, today));
      await endRoleGrant(manager, grant, requested.to, actor.user);
      const warning = requested.to === null ? null : lastInUnitWarning(register, grant, addDays(requested.to, 1));
      return { ...grant, to: requested.to, ...(warning !== null && { warning }) };
    });
  }

  async takeBack(actor: Actor, requested: RoleGrantRow): Promise<void> {
    const today = await this.installation.today();
    await this.changes.run(async (manager, register) => {
      const grant = requireGrant(register, requested);
      requireMayGrant(actor, grant);
      if (grant.from < today) {
        throw refusedWith('in-the-past', {
          nb: `Rollen har vært i kraft siden ${dayText(grant.from).nb}: avslutt den.`,
          en: `The role has been in force since ${dayText(grant.from).en}: end it.`,
        });
      }
      requireValid(checkSuccessor(register, grant, today));
      await deleteRoleGrant(manager, grant, actor.user);
    });
  }
}

function requireMayGrant(actor: Actor, { role, unit }: Pick<RoleGrantRow, 'role' | 'unit'>): void {
  if (!canGrant(actor, role, unit))
    throw refusedWith('forbidden', {
      nb: `Du kan ikke gi eller ta rollen «${role}» der.`,
      en: `You cannot give or take away the role "${role}" there.`,
    });
}

function requireGrant(register: PeopleRegister, requested: RoleGrantRow): RoleGrantRow {
  const grant = register.grantsOf(requested.person).find((other) => isSameGrant(other, requested));
  if (!grant)
    throw refusedWith('not-found', {
      nb: 'Personen har ikke den rollen fra den dagen.',
      en: 'The person does not have that role from that day.',
    });
  return grant;
}
