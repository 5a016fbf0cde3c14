import { Body, Controller, Get, HttpCode, HttpStatus, Param, Patch, Post } from '@nestjs/common';
import type { z } from 'zod';
import type { LocalDate } from '#domain/time.js';
import type { Directory } from '#domain/policy/directory.js';
import { unitChangeBody, newUnitBody, unitList, unitView } from '#contracts/http/people/unit.js';
import { managerOf } from '#domain/people/directory-lookup.js';
import { readPeopleRegister } from '#store/people/people-register.js';
import type { PeopleRegister } from '#store/people/people-register.js';
import type { UnitRow } from '#store/people/unit-table.js';
import { deputyLeaderOn } from '#store/people/deputy-leaders.js';
import { personView } from '../person-view.js';
import { IdempotencyKey } from '../../shared/idempotency-key.decorator.js';
import { Allowed } from '../../shared/allowed/allowed.decorator.js';
import { Answers } from '../../shared/answers.decorator.js';
import { DatabaseService } from '../../shared/database.service.js';
import { InstallationClockService } from '../../shared/installation-clock.service.js';
import { DirectoryService } from '../../shared/directory.service.js';
import { refusedWith } from '../../shared/refused.js';
import { IdPipe } from '../../shared/input/id.pipe.js';
import { Caller } from '../../shared/caller/caller.decorator.js';
import type { SignedInCaller } from '../../shared/caller/caller.decorator.js';
import { RequiresScope } from '../../shared/caller/scope.decorator.js';
import { UnitsService } from './units.service.js';

type UnitView = z.infer<typeof unitView>;

const tag = 'Units';

@Controller('units')
export class UnitsController {
  constructor(
    private readonly register: UnitsService,
    private readonly database: DatabaseService,
    private readonly installation: InstallationClockService,
    private readonly people: DirectoryService,
  ) {}

  /** All units by name, closed ones too, as a flat list; `parent` is the unit above. */
  @Get()
  @Allowed('staff')
  @Answers({ tag, summary: 'Units of the municipality', ok: { 200: unitList }, refusals: ['forbidden'] })
  async list(): Promise<z.infer<typeof unitList>> {
    return { items: await this.views(), next: null };
  }

  @Post()
  @Allowed('admin')
  @RequiresScope('admin')
  @HttpCode(HttpStatus.CREATED)
  @Answers({
    tag,
    summary: 'Add a unit',
    ok: { 201: unitView },
    refusals: ['forbidden', 'held', 'unknown-person', 'out-of-range', 'key-reused', 'too-large'],
  })
  async add(
    @Body({ schema: newUnitBody }) body: z.output<typeof newUnitBody>,
    @IdempotencyKey() key: string,
    @Caller() { user }: SignedInCaller,
  ): Promise<UnitView> {
    return this.requireView(await this.register.add(user.id, key, body));
  }

  /** A unit can be closed only when no open case, person, role, service area or unit is left in it. */
  @Patch(':id')
  @Allowed('admin')
  @RequiresScope('admin')
  @Answers({
    tag,
    summary: 'Change or close a unit',
    ok: { 200: unitView },
    refusals: ['forbidden', 'not-found', 'held', 'unknown-person', 'out-of-range', 'too-large'],
  })
  async change(
    @Param('id', IdPipe) id: string,
    @Body({ schema: unitChangeBody }) body: z.output<typeof unitChangeBody>,
    @Caller() { user }: SignedInCaller,
  ): Promise<UnitView> {
    await this.register.change(user.id, id, body);
    return this.requireView(id);
  }

  private async requireView(id: string): Promise<UnitView> {
    const view = (await this.views()).find((unit) => unit.id === id);
    if (!view) throw refusedWith('not-found', { nb: 'Enheten finnes ikke.', en: 'The unit does not exist.' });
    return view;
  }

  private async views(): Promise<UnitView[]> {
    const register = await readPeopleRegister(this.database.manager);
    const context = { register, directory: await this.people.directory(), today: await this.installation.today() };
    return [...register.units.values()].map((unit) => viewOf(unit, context));
  }
}

function viewOf(
  { id, name, parent, holdsCases, closedOn }: UnitRow,
  { register, directory, today }: { register: PeopleRegister; directory: Directory; today: LocalDate },
): UnitView {
  const manager = closedOn !== null && closedOn <= today ? undefined : managerOf(directory, id);
  const deputy = deputyLeaderOn(register, id, today);
  return {
    id,
    name,
    parent,
    holdsCases,
    manager: manager ? personView(directory, manager.id) : null,
    deputyManager: deputy === undefined ? null : personView(directory, deputy),
    closedOn,
  };
}
