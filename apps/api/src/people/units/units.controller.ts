import { Body, Controller, Get, HttpCode, HttpStatus, Param, Patch, Post, Query } from '@nestjs/common';
import type { z } from 'zod';
import type { LocalDate } from '#domain/time.js';
import type { Directory } from '#domain/policy/directory.js';
import { changedUnit, newUnit } from '#contracts/http/people.js';
import { noQuery } from '#contracts/http/queries.js';
import { unitList, unitView } from '#contracts/http/views/people.js';
import { managerOf } from '#domain/people/people.js';
import { readRegister } from '#store/people/register.js';
import type { Register } from '#store/people/register.js';
import type { UnitRow } from '#store/people/unit.js';
import { deputyOn } from '#store/people/unit-cover.js';
import { personView } from '../directory/person-view.js';
import { IdempotencyKey } from '../../shared/key.js';
import { Answers } from '../../shared/answers.js';
import { Database } from '../../shared/database.js';
import { Installation } from '../../shared/installation.js';
import { People } from '../../shared/people.js';
import { refusedWith } from '../../shared/refused.js';
import { Authority } from '../administration/authority.js';
import { IdPipe } from '../../shared/id.pipe.js';
import { Caller } from '../../shared/caller/caller.js';
import type { SignedIn } from '../../shared/caller/caller.js';
import { Scope } from '../../shared/caller/scope.js';
import { UnitRegister } from './unit-register.js';

type UnitView = z.infer<typeof unitView>;

const tag = 'Units';

@Controller('units')
export class UnitsController {
  constructor(
    private readonly register: UnitRegister,
    private readonly authority: Authority,
    private readonly database: Database,
    private readonly installation: Installation,
    private readonly people: People,
  ) {}

  /** All units, closed ones too, as a flat list; `parent` is the unit above. */
  @Get()
  @Answers({ tag, summary: 'Units of the municipality', ok: { 200: unitList }, refusals: ['forbidden'] })
  async list(
    @Query({ schema: noQuery }) _query: unknown,
    @Caller() caller: SignedIn,
  ): Promise<z.infer<typeof unitList>> {
    await this.authority.of(caller);
    return { items: await this.views(), next: null };
  }

  @Post()
  @Scope('admin')
  @HttpCode(HttpStatus.CREATED)
  @Answers({
    tag,
    summary: 'Add a unit',
    ok: { 201: unitView },
    refusals: ['forbidden', 'held', 'unknown-person', 'out-of-range', 'key-reused', 'too-large'],
  })
  async add(
    @Body({ schema: newUnit }) body: z.output<typeof newUnit>,
    @IdempotencyKey() key: string,
    @Query({ schema: noQuery }) _query: unknown,
    @Caller() caller: SignedIn,
  ): Promise<UnitView> {
    return this.requireView(await this.register.add(await this.authority.admin(caller), key, body));
  }

  /** A unit can be closed only when no open case, person, role, service area or unit is left in it. */
  @Patch(':id')
  @Scope('admin')
  @Answers({
    tag,
    summary: 'Change or close a unit',
    ok: { 200: unitView },
    refusals: ['forbidden', 'not-found', 'held', 'unknown-person', 'out-of-range', 'too-large'],
  })
  async change(
    @Param('id', IdPipe) id: string,
    @Body({ schema: changedUnit }) body: z.output<typeof changedUnit>,
    @Query({ schema: noQuery }) _query: unknown,
    @Caller() caller: SignedIn,
  ): Promise<UnitView> {
    await this.register.change(await this.authority.admin(caller), id, body);
    return this.requireView(id);
  }

  private async requireView(id: string): Promise<UnitView> {
    const view = (await this.views()).find((unit) => unit.id === id);
    if (!view) throw refusedWith('not-found', 'Enheten finnes ikke.');
    return view;
  }

  private async views(): Promise<UnitView[]> {
    const register = await readRegister(this.database.manager);
    const context = { register, directory: await this.people.directory(), today: await this.installation.today() };
    return [...register.units.values()].sort((a, b) => a.id.localeCompare(b.id)).map((unit) => viewOf(unit, context));
  }
}

function viewOf(
  { id, name, parent, holdsCases, closedOn }: UnitRow,
  { register, directory, today }: { register: Register; directory: Directory; today: LocalDate },
): UnitView {
  const manager = closedOn !== null && closedOn <= today ? undefined : managerOf(directory, id);
  const deputy = deputyOn(register, id, today);
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
