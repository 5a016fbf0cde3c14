import { Body, Controller, Delete, Get, Header, HttpCode, HttpStatus, Param, Patch, Post } from '@nestjs/common';
import type { z } from 'zod';
import { endedRoleView, roleChangeBody, newRoleBody, roleList, roleView } from '#contracts/http/people/role.js';
import type { Actor } from '#domain/model/command.js';
import type { RoleGrantRow } from '#store/people/role-grant-table.js';
import { IdempotencyKey } from '../shared/idempotency-key.decorator.js';
import { Allowed } from '../shared/allowed/allowed.decorator.js';
import { OwnRolesPipe } from '../shared/allowed/own-roles.pipe.js';
import { Answers } from '../shared/answers.decorator.js';
import { DayPipe, IdPipe } from '../shared/input/id.pipe.js';
import { RequestLanguage } from '../shared/input/language.decorator.js';
import type { Language } from '../shared/input/language.decorator.js';
import { Caller } from '../shared/caller/caller.decorator.js';
import { RequiresScope } from '../shared/caller/scope.decorator.js';
import { RolesService } from './roles.service.js';

type RoleView = z.infer<typeof roleView>;

const tag = 'People';

@Controller('people/:id/roles')
export class RolesController {
  constructor(private readonly roles: RolesService) {}

  /** Past, present and future roles, newest first. */
  @Get()
  @Allowed('staff')
  @Header('Cache-Control', 'no-store')
  @Answers({ tag, summary: "A person's roles", ok: { 200: roleList }, refusals: ['forbidden', 'not-found'] })
  async list(@Param('id', IdPipe) id: string): Promise<z.infer<typeof roleList>> {
    return { items: (await this.roles.list(id)).map(roleViewOf), next: null };
  }

  @Post()
  @Allowed('staff')
  @RequiresScope('admin')
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
    @Body({ schema: newRoleBody }) body: z.output<typeof newRoleBody>,
    @IdempotencyKey() key: string,
    @Caller(OwnRolesPipe) actor: Actor,
  ): Promise<RoleView> {
    return roleViewOf(await this.roles.give(actor, id, key, body));
  }

  /** `to` is the last day: yesterday ends the role at once, `null` removes the end date. */
  @Patch(':role/:unit/:from')
  @Allowed('staff')
  @RequiresScope('admin')
  @Header('Cache-Control', 'no-store')
  @Answers({
    tag,
    summary: 'Say when a role ends',
    ok: { 200: endedRoleView },
    refusals: ['forbidden', 'not-found', 'held', 'out-of-range', 'in-the-past', 'too-large'],
  })
  async end(
    @Param('id', IdPipe) person: string,
    @Param('role', IdPipe) role: string,
    @Param('unit', IdPipe) unit: string,
    @Param('from', DayPipe) from: string,
    @Body({ schema: roleChangeBody }) { to }: z.output<typeof roleChangeBody>,
    @Caller(OwnRolesPipe) actor: Actor,
    @RequestLanguage() language: Language,
  ): Promise<z.infer<typeof endedRoleView>> {
    const ended = await this.roles.end(actor, { person, role, unit, from, to });
    return { ...roleViewOf(ended), ...(ended.warning !== undefined && { warning: ended.warning[language] }) };
  }

  @Delete(':role/:unit/:from')
  @Allowed('staff')
  @RequiresScope('admin')
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
    @Caller(OwnRolesPipe) actor: Actor,
  ): Promise<void> {
    await this.roles.takeBack(actor, { person, role, unit, from, to: null });
  }
}

const roleViewOf = ({ role, unit, from, to }: RoleGrantRow): RoleView => ({ role, unit, from, to });
