import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { z } from 'zod';
import type { UnitId, UserId } from '#domain/model/case.js';
import type { Actor } from '#domain/model/command.js';
import { addDays } from '#domain/time.js';
import type { LocalDate } from '#domain/time.js';
import type { changedUnit, newUnit } from '#contracts/http/people.js';
import { countOpenCases, countOpenHandovers } from '#store/cases/lists/cases-held.js';
import { countAreasOf } from '#store/people/areas.js';
import { dropRole, giveRole } from '#store/people/change-role.js';
import { addUnit, changeUnit } from '#store/people/change-unit.js';
import type { Register } from '#store/people/register.js';
import { grantBroken } from '#store/people/rules/roles.js';
import { closingBroken, unitBroken } from '#store/people/rules/units.js';
import type { RoleGrantRow } from '#store/people/role-grant.js';
import type { UnitRow } from '#store/people/unit.js';
import { deputyGrants } from '#store/people/unit-cover.js';
import { Installation } from '../../shared/installation.js';
import { refusedWith } from '../../shared/refused.js';
import { Changes, requireUnbroken } from '../administration/changes.js';

/** Adds units, moves them in the tree, names their deputy leaders and closes them. */
@Injectable()
export class UnitRegister {
  constructor(
    private readonly installation: Installation,
    private readonly changes: Changes,
  ) {}

  async add(actor: Actor, key: string, { deputyManager, ...body }: z.output<typeof newUnit>): Promise<UnitId> {
    const today = await this.installation.today();
    const request = { route: 'POST /units', body, deputyManager };
    const { id } = await this.changes.once({ caller: actor.user, key, request }, async (manager, register) => {
      const unit: UnitRow = { ...body, id: body.id ?? randomUUID(), closedOn: null };
      if (register.units.has(unit.id)) {
        throw refusedWith('held', `Enheten «${unit.id}» finnes alt.`, [{ pointer: '/id', detail: 'is taken' }]);
      }
      requireUnbroken(unitBroken(register, unit));
      await addUnit(manager, unit, actor.user);
      register.units.set(unit.id, unit);
      if (deputyManager !== null) await nameDeputy(manager, register, unit.id, deputyManager, today, actor.user);
      return { id: unit.id };
    });
    return id;
  }

  async change(actor: Actor, id: UnitId, { deputyManager, ...body }: z.output<typeof changedUnit>): Promise<void> {
    const today = await this.installation.today();
    await this.changes.make(async (manager, register) => {
      const before = register.units.get(id);
      if (!before) throw refusedWith('not-found', 'Enheten finnes ikke.');
      const { name = before.name, parent = before.parent } = body;
      const { holdsCases = before.holdsCases, closedOn = before.closedOn } = body;
      const after: UnitRow = { id, name, parent, holdsCases, closedOn };
      requireUnbroken(unitBroken(register, after));
      const cases = await countOpenCases(manager, id);
      if (before.holdsCases && !holdsCases && cases > 0) {
        throw refusedWith('held', `Enheten har åpne saker (${cases}).`, [
          { pointer: '/holdsCases', detail: 'holds open cases' },
        ]);
      }
      if (closedOn !== null && closedOn !== before.closedOn) {
        const areas = await countAreasOf(manager, id, closedOn);
        const handovers = await countOpenHandovers(manager, id);
        requireUnbroken(closingBroken(register, after, closedOn, { cases, handovers, areas }));
      }
      await changeUnit(manager, before, after, actor.user);
      register.units.set(id, after);
      if (deputyManager !== undefined) await nameDeputy(manager, register, id, deputyManager, today, actor.user);
    });
  }
}

/** Gives the role `nestleder` in the unit to the person and takes it from the one before; null only takes it. */
async function nameDeputy(
  manager: EntityManager,
  register: Register,
  unit: UnitId,
  person: UserId | null,
  today: LocalDate,
  by: UserId,
): Promise<void> {
  const before = deputyGrants(register, unit, today);
  if (before.some((grant) => grant.person === person && grant.from <= today && grant.to === null)) return;
  for (const grant of before) {
    await dropRole(manager, grant, today, by);
    register.putGrant({ ...grant, to: addDays(today, -1) });
  }
  if (person === null) return;
  const grant: RoleGrantRow = { person, role: 'nestleder', unit, from: today, to: null };
  const violation = grantBroken(register, grant, today);
  requireUnbroken(
    violation && { ...violation, pointer: '/deputyManager', code: deputyCode(violation.pointer, violation.code) },
  );
  await giveRole(manager, grant, by);
}

/** A violation that points at the person or role means that the deputy is no active member of staff. */
const deputyCode = <Code extends string>(pointer: string, code: Code): Code | 'unknown-person' =>
  pointer === '/person' || pointer === '/role' ? 'unknown-person' : code;
