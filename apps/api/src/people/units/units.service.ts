import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { z } from 'zod';
import type { UnitId, UserId } from '#domain/model/case.js';
import { addDays } from '#domain/time.js';
import type { LocalDate } from '#domain/time.js';
import type { unitChangeBody, newUnitBody } from '#contracts/http/people/unit.js';
import { countOpenCases, countOpenHandovers } from '#store/cases/lists/cases-held.js';
import { countAreasOf } from '#store/people/areas.js';
import { revokeRoleGrant, addRoleGrant } from '#store/people/change-role-grant.js';
import { addUnit, changeUnit } from '#store/people/change-unit.js';
import type { PeopleRegister } from '#store/people/people-register.js';
import { checkGrant } from '#store/people/rules/check-grant.js';
import { checkUnitClosing, checkUnit } from '#store/people/rules/check-unit.js';
import type { RoleGrantRow } from '#store/people/role-grant-table.js';
import type { UnitRow } from '#store/people/unit-table.js';
import { deputyLeaderGrants } from '#store/people/deputy-leaders.js';
import { InstallationClockService } from '../../shared/installation-clock.service.js';
import { refusedWith } from '../../shared/refused.js';
import { RegisterChangesService, requireValid } from '../administration/register-changes.service.js';

/** Adds units, moves them in the tree, names their deputy leaders and closes them. */
@Injectable()
export class UnitsService {
  constructor(
    private readonly installation: InstallationClockService,
    private readonly changes: RegisterChangesService,
  ) {}

  async add(by: UserId, key: string, { deputyManager, ...body }: z.output<typeof newUnitBody>): Promise<UnitId> {
    const today = await this.installation.today();
    const request = { route: 'POST /units', body, deputyManager };
    const { id } = await this.changes.runOnce({ caller: by, key, request }, async (manager, register) => {
      const unit: UnitRow = { ...body, id: body.id ?? randomUUID(), closedOn: null };
      if (register.units.has(unit.id)) {
        throw refusedWith(
          'held',
          { nb: `Enheten «${unit.id}» finnes alt.`, en: `The unit "${unit.id}" already exists.` },
          [{ pointer: '/id', detail: 'is taken' }],
        );
      }
      requireValid(checkUnit(register, unit));
      await addUnit(manager, unit, by);
      register.putUnit(unit);
      if (deputyManager !== null) await nameDeputy(manager, register, unit.id, deputyManager, today, by);
      return { id: unit.id };
    });
    return id;
  }

  async change(by: UserId, id: UnitId, { deputyManager, ...body }: z.output<typeof unitChangeBody>): Promise<void> {
    const today = await this.installation.today();
    await this.changes.run(async (manager, register) => {
      const before = register.units.get(id);
      if (!before) throw refusedWith('not-found', { nb: 'Enheten finnes ikke.', en: 'The unit does not exist.' });
      const { name = before.name, parent = before.parent } = body;
      const { holdsCases = before.holdsCases, closedOn = before.closedOn } = body;
      const after: UnitRow = { id, name, parent, holdsCases, closedOn };
      requireValid(checkUnit(register, after));
      const cases = await countOpenCases(manager, id);
      if (before.holdsCases && !holdsCases && cases > 0) {
        throw refusedWith(
          'held',
          { nb: `Enheten har åpne saker (${cases}).`, en: `The unit has open cases (${cases}).` },
          [{ pointer: '/holdsCases', detail: 'holds open cases' }],
        );
      }
      if (closedOn !== null && closedOn !== before.closedOn) {
        const areas = await countAreasOf(manager, id, closedOn);
        const handovers = await countOpenHandovers(manager, id);
        requireValid(checkUnitClosing(register, after, closedOn, { cases, handovers, areas }));
      }
      await changeUnit(manager, before, after, by);
      register.putUnit(after);
      if (deputyManager !== undefined) await nameDeputy(manager, register, id, deputyManager, today, by);
    });
  }
}

/** Gives the role `nestleder` in the unit to the person and takes it from the one before; null only takes it. */
async function nameDeputy(
  manager: EntityManager,
  register: PeopleRegister,
  unit: UnitId,
  person: UserId | null,
  today: LocalDate,
  by: UserId,
): Promise<void> {
  const before = deputyLeaderGrants(register, unit, today);
  if (before.some((grant) => grant.person === person && grant.from <= today && grant.to === null)) return;
  for (const grant of before) {
    await revokeRoleGrant(manager, grant, today, by);
    register.putGrant({ ...grant, to: addDays(today, -1) });
  }
  if (person === null) return;
  const grant: RoleGrantRow = { person, role: 'nestleder', unit, from: today, to: null };
  const violation = checkGrant(register, grant, today);
  requireValid(
    violation && { ...violation, pointer: '/deputyManager', code: deputyCode(violation.pointer, violation.code) },
  );
  await addRoleGrant(manager, grant, by);
}

/** A violation that points at the person or role means that the deputy is no active member of staff. */
const deputyCode = <Code extends string>(pointer: string, code: Code): Code | 'unknown-person' =>
  pointer === '/person' || pointer === '/role' ? 'unknown-person' : code;
