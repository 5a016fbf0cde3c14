import { Body, Controller, Delete, Get, Header, HttpCode, HttpStatus, Param, Patch, Post, Query } from '@nestjs/common';
import type { z } from 'zod';
import { changedRole, newRole } from '#contracts/http/people.js';
import { noQuery } from '#contracts/http/queries.js';
import { roleList, roleView } from '#contracts/http/views/people.js';
import { roleGrants } from '#store/people/role-grant.js';
import type { RoleGrantRow } from '#store/people/role-grant.js';
import { IdempotencyKey } from '../shared/key.js';
import { Answers } from '../shared/answers.js';
import { Database } from '../shared/database.js';
import { Authority } from './administration/authority.js';
import { DayPipe, IdPipe } from '../shared/id.pipe.js';
import { Caller } from '../shared/caller/caller.js';
import type { SignedIn } from '../shared/caller/caller.js';
import { Scope } from '../shared/caller/scope.js';
import { PeopleRegister } from './people-register.js';
import { Roles } from './roles.js';

type RoleView = z.infer<typeof roleView>;

const tag = 'People';

@Controller('people/:id/roles')
export class RolesController {
  constructor(
    private readonly roles: Roles,
    private readonly register: PeopleRegister,
    private readonly authority: Authority,
    private readonly database: Database,
  ) {}

  /** Past, present and future roles, newest first. */
  @Get()
  @Header('Cache-Control', 'no-store')
  @Answers({ tag, summary: "A person's roles", ok: { 200: roleList }, refusals: ['forbidden', 'not-found'] })
  async list(
    @Param('id', IdPipe) id: string,
    @Query({ schema: noQuery }) _query: unknown,
    @Caller() caller: SignedIn,
  ): Promise<z.infer<typeof roleList>> {
    await this.authority.of(caller);
    await this.register.require(id);
    const order = { from: 'DESC', role: 'ASC', unit: 'ASC' } as const;
    const rows = await this.database.manager.find(roleGrants, { where: { person: id }, order });
    return { items: rows.map(roleViewOf), next: null };
  }

  @Post()
  @Scope('admin')
  @HttpCode(HttpStatus.CREATED)
  @Header('Cache-Control', 'no-store')
  @Answers({
    tag,
    summary: 'Give a person a role in a unit, for a time',
    ok: { 201: roleView },
    refusals: [
      'forbidden',
      'not-found',
      'held',
      'already-closed',
      'unknown-person',
      'out-of-range',
      'in-the-past',
      'key-reused',
      'too-large',
    ],
  })
  async give(
    @Param('id', IdPipe) id: string,
    @Body({ schema: newRole }) body: z.output<typeof newRole>,
    @IdempotencyKey() key: string,
    @Query({ schema: noQuery }) _query: unknown,
    @Caller() caller: SignedIn,
  ): Promise<RoleView> {
    return roleViewOf(await this.roles.give(await this.authority.of(caller), id, key, body));
  }

  /** `to` is the last day: yesterday ends the role at once, `null` removes the end date. */
  @Patch(':role/:unit/:from')
  @Scope('admin')
  @Header('Cache-Control', 'no-store')
  @Answers({
    tag,
    summary: 'Say when a role ends',
    ok: { 200: roleView },
    refusals: ['forbidden', 'not-found', 'held', 'out-of-range', 'in-the-past', 'too-large'],
  })
  async end(
    @Param('id', IdPipe) person: string,
    @Param('role', IdPipe) role: string,
    @Param('unit', IdPipe) unit: string,
    @Param('from', DayPipe) from: string,
    @Body({ schema: changedRole }) { to }: z.output<typeof changedRole>,
    @Query({ schema: noQuery }) _query: unknown,
    @Caller() caller: SignedIn,
  ): Promise<RoleView> {
    return roleViewOf(await this.roles.end(await this.authority.of(caller), { person, role, unit, from, to }));
  }

  @Delete(':role/:unit/:from')
  @Scope('admin')
  @HttpCode(HttpStatus.NO_CONTENT)
  @Answers({
    tag,
    summary: 'Take back a role that has not been in force before today',
    ok: { 204: null },
    refusals: ['forbidden', 'not-found', 'held', 'in-the-past'],
  })
  async takeBack(
    @Param('id', IdPipe) person: string,
    @Param('role', IdPipe) role: string,
    @Param('unit', IdPipe) unit: string,
    @Param('from', DayPipe) from: string,
    @Query({ schema: noQuery }) _query: unknown,
    @Caller() caller: SignedIn,
  ): Promise<void> {
    await this.roles.takeBack(await this.authority.of(caller), { person, role, unit, from, to: null });
  }
}

const roleViewOf = ({ role, unit, from, to }: RoleGrantRow): RoleView => ({ role, unit, from, to });
