import { Body, Controller, Delete, Get, HttpCode, HttpStatus, Param, Patch, Post } from '@nestjs/common';
import type { z } from 'zod';
import type { Actor } from '#domain/model/command.js';
import { absenceChangeBody, newAbsenceBody } from '#contracts/http/people/absence.js';
import { absenceList, absenceView } from '#contracts/http/people/absence.js';
import { IdempotencyKey } from '../../shared/idempotency-key.decorator.js';
import { Allowed } from '../../shared/allowed/allowed.decorator.js';
import { OwnRolesPipe } from '../../shared/allowed/own-roles.pipe.js';
import { Answers } from '../../shared/answers.decorator.js';
import { DayPipe } from '../../shared/input/id.pipe.js';
import { Caller } from '../../shared/caller/caller.decorator.js';
import { ADD_REFUSALS, CHANGE_REFUSALS, LIST_REFUSALS, TAKE_BACK_REFUSALS } from './absence-refusals.js';
import { AbsencesService } from './absences.service.js';
import type { AbsenceView } from './absence-view.js';

const tag = 'Absences';

/** Absences that members of staff register for themselves. */
@Controller('me/absences')
export class MyAbsencesController {
  constructor(private readonly absences: AbsencesService) {}

  @Get()
  @Allowed('staff')
  @Answers({ tag, summary: 'When I am away', ok: { 200: absenceList }, refusals: LIST_REFUSALS })
  async list(@Caller(OwnRolesPipe) actor: Actor): Promise<z.infer<typeof absenceList>> {
    return { items: await this.absences.list(actor, actor.user), next: null };
  }

  @Post()
  @Allowed('staff')
  @HttpCode(HttpStatus.CREATED)
  @Answers({ tag, summary: 'Say that I am away', ok: { 201: absenceView }, refusals: ADD_REFUSALS })
  add(
    @Body({ schema: newAbsenceBody }) body: z.output<typeof newAbsenceBody>,
    @IdempotencyKey() key: string,
    @Caller(OwnRolesPipe) actor: Actor,
  ): Promise<AbsenceView> {
    return this.absences.add(actor, actor.user, key, body);
  }

  /** `to` is the last day away: yesterday at the earliest, for somebody who is back early. */
  @Patch(':from')
  @Allowed('staff')
  @Answers({ tag, summary: 'Change my absence', ok: { 200: absenceView }, refusals: CHANGE_REFUSALS })
  change(
    @Param('from', DayPipe) from: string,
    @Body({ schema: absenceChangeBody }) body: z.output<typeof absenceChangeBody>,
    @Caller(OwnRolesPipe) actor: Actor,
  ): Promise<AbsenceView> {
    return this.absences.change(actor, actor.user, from, body);
  }

  @Delete(':from')
  @Allowed('staff')
  @HttpCode(HttpStatus.NO_CONTENT)
  @Answers({
    tag,
    summary: 'Take back my absence that begins today or later',
    ok: { 204: null },
    refusals: TAKE_BACK_REFUSALS,
  })
  async takeBack(@Param('from', DayPipe) from: string, @Caller(OwnRolesPipe) actor: Actor): Promise<void> {
    await this.absences.takeBack(actor, actor.user, from);
  }
}
