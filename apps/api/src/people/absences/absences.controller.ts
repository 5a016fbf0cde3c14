import { Body, Controller, Delete, Get, HttpCode, HttpStatus, Param, Patch, Post } from '@nestjs/common';
import type { z } from 'zod';
import type { Actor } from '#domain/model/command.js';
import { absenceChangeBody, newAbsenceBody } from '#contracts/http/people/absence.js';
import { absenceList, absenceView } from '#contracts/http/people/absence.js';
import { IdempotencyKey } from '../../shared/idempotency-key.decorator.js';
import { Allowed } from '../../shared/allowed/allowed.decorator.js';
import { OwnRolesPipe } from '../../shared/allowed/own-roles.pipe.js';
import { Answers } from '../../shared/answers.decorator.js';
import { DayPipe, IdPipe } from '../../shared/input/id.pipe.js';
import { Caller } from '../../shared/caller/caller.decorator.js';
import { RequiresScope } from '../../shared/caller/scope.decorator.js';
import { ADD_REFUSALS, CHANGE_REFUSALS, LIST_REFUSALS, TAKE_BACK_REFUSALS } from './absence-refusals.js';
import { AbsencesService } from './absences.service.js';
import type { AbsenceView } from './absence-view.js';

const tag = 'Absences';

/** Absences of other people, seen and changed by administrators and by those who lead the person. */
@Controller('people/:id/absences')
export class AbsencesController {
  constructor(private readonly absences: AbsencesService) {}

  @Get()
  @Allowed('staff')
  @Answers({ tag, summary: 'When a person is away', ok: { 200: absenceList }, refusals: LIST_REFUSALS })
  async list(
    @Param('id', IdPipe) id: string,
    @Caller(OwnRolesPipe) actor: Actor,
  ): Promise<z.infer<typeof absenceList>> {
    return { items: await this.absences.list(actor, id), next: null };
  }

  @Post()
  @Allowed('staff')
  @RequiresScope('admin')
  @HttpCode(HttpStatus.CREATED)
  @Answers({ tag, summary: 'Say that a person is away', ok: { 201: absenceView }, refusals: ADD_REFUSALS })
  add(
    @Param('id', IdPipe) id: string,
    @Body({ schema: newAbsenceBody }) body: z.output<typeof newAbsenceBody>,
    @IdempotencyKey() key: string,
    @Caller(OwnRolesPipe) actor: Actor,
  ): Promise<AbsenceView> {
    return this.absences.add(actor, id, key, body);
  }

  /** `to` is the last day away: yesterday at the earliest, for somebody who is back early. */
  @Patch(':from')
  @Allowed('staff')
  @RequiresScope('admin')
  @Answers({ tag, summary: "Change a person's absence", ok: { 200: absenceView }, refusals: CHANGE_REFUSALS })
  change(
    @Param('id', IdPipe) id: string,
    @Param('from', DayPipe) from: string,
    @Body({ schema: absenceChangeBody }) body: z.output<typeof absenceChangeBody>,
    @Caller(OwnRolesPipe) actor: Actor,
  ): Promise<AbsenceView> {
    return this.absences.change(actor, id, from, body);
  }

  @Delete(':from')
  @Allowed('staff')
  @RequiresScope('admin')
  @HttpCode(HttpStatus.NO_CONTENT)
  @Answers({
    tag,
    summary: 'Take back an absence that begins today or later',
    ok: { 204: null },
    refusals: TAKE_BACK_REFUSALS,
  })
  async takeBack(
    @Param('id', IdPipe) id: string,
    @Param('from', DayPipe) from: string,
    @Caller(OwnRolesPipe) actor: Actor,
  ): Promise<void> {
    await this.absences.takeBack(actor, id, from);
  }
}
