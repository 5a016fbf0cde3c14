import { Injectable } from '@nestjs/common';
import type { z } from 'zod';
import type { UserId } from '#domain/model/case.js';
import type { Actor } from '#domain/model/command.js';
import { hasEnded } from '#domain/period.js';
import { mayGrant } from '#domain/policy/administration.js';
import type { newRole } from '#contracts/http/people.js';
import { endRole, giveRole, takeBackRole } from '#store/people/change-role.js';
import { isSameGrant } from '#store/people/register.js';
import type { Register } from '#store/people/register.js';
import { endBroken, grantBroken, successorBroken } from '#store/people/rules/roles.js';
import type { RoleGrantRow } from '#store/people/role-grant.js';
import { Installation } from '../shared/installation.js';
import { refusedWith } from '../shared/refused.js';
import { Changes, requireUnbroken } from './administration/changes.js';

/** Gives, ends and takes back roles. */
@Injectable()
export class Roles {
  constructor(
    private readonly installation: Installation,
    private readonly changes: Changes,
  ) {}

  async give(actor: Actor, person: UserId, key: string, body: z.output<typeof newRole>): Promise<RoleGrantRow> {
    requireMayGrant(actor, body);
    const today = await this.installation.today();
    const request = { route: 'POST /people/roles', person, body };
    return this.changes.once({ caller: actor.user, key, request }, async (manager, register) => {
      if (!register.people.has(person)) throw refusedWith('not-found', 'Personen finnes ikke.');
      const grant: RoleGrantRow = { ...body, person, from: body.from ?? today };
      requireUnbroken(grantBroken(register, grant, today));
      await giveRole(manager, grant, actor.user);
      return grant;
    });
  }

  async end(actor: Actor, requested: RoleGrantRow): Promise<RoleGrantRow> {
    const today = await this.installation.today();
    return this.changes.make(async (manager, register) => {
      const grant = requireGrant(register, requested);
      requireMayGrant(actor, grant);
      if (grant.to === requested.to) return grant;
      if (hasEnded(grant, today)) {
        throw refusedWith('in-the-past', `Rollen tok slutt ${grant.to}; gi en ny.`);
      }
      requireUnbroken(endBroken(register, grant, requested.to, today));
      await endRole(manager, grant, requested.to, actor.user);
      return { ...grant, to: requested.to };
    });
  }

  async takeBack(actor: Actor, requested: RoleGrantRow): Promise<void> {
    const today = await this.installation.today();
    await this.changes.make(async (manager, register) => {
      const grant = requireGrant(register, requested);
      requireMayGrant(actor, grant);
      if (grant.from < today) {
        throw refusedWith('in-the-past', `Rollen har vært i kraft siden ${grant.from}: avslutt den.`);
      }
      requireUnbroken(successorBroken(register, grant, today));
      await takeBackRole(manager, grant, actor.user);
    });
  }
}

function requireMayGrant(actor: Actor, { role, unit }: Pick<RoleGrantRow, 'role' | 'unit'>): void {
  if (!mayGrant(actor, role, unit)) throw refusedWith('forbidden', `Du kan ikke gi eller ta rollen «${role}» der.`);
}

function requireGrant(register: Register, requested: RoleGrantRow): RoleGrantRow {
  const grant = register.grantsOf(requested.person).find((other) => isSameGrant(other, requested));
  if (!grant) throw refusedWith('not-found', 'Personen har ikke den rollen fra den dagen.');
  return grant;
}
