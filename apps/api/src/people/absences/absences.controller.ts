import { Body, Controller, Delete, Get, HttpCode, HttpStatus, Param, Patch, Post, Query } from '@nestjs/common';
import type { z } from 'zod';
import { changedAbsence, newAbsence } from '#contracts/http/people.js';
import { noQuery } from '#contracts/http/queries.js';
import { absenceList, absenceView } from '#contracts/http/views/people.js';
import { IdempotencyKey } from '../../shared/key.js';
import { Answers } from '../../shared/answers.js';
import { DayPipe, IdPipe } from '../../shared/id.pipe.js';
import { Caller } from '../../shared/caller/caller.js';
import type { SignedIn } from '../../shared/caller/caller.js';
import { Scope } from '../../shared/caller/scope.js';
import { ADDING, CHANGING, READING, TAKING_BACK } from './refusals.js';
import { Absences } from './absences.js';
import type { AbsenceView } from './absence-view.js';

const tag = 'Absences';

/** Absences of other people, seen and changed by administrators and by those who lead the person. */
@Controller('people/:id/absences')
export class AbsencesController {
  constructor(private readonly absences: Absences) {}

  @Get()
  @Answers({ tag, summary: 'When a person is away', ok: { 200: absenceList }, refusals: READING })
  async list(
    @Param('id', IdPipe) id: string,
    @Query({ schema: noQuery }) _query: unknown,
    @Caller() caller: SignedIn,
  ): Promise<z.infer<typeof absenceList>> {
    return { items: await this.absences.list(caller, id), next: null };
  }

  @Post()
  @Scope('admin')
  @HttpCode(HttpStatus.CREATED)
  @Answers({ tag, summary: 'Say that a person is away', ok: { 201: absenceView }, refusals: ADDING })
  add(
    @Param('id', IdPipe) id: string,
    @Body({ schema: newAbsence }) body: z.output<typeof newAbsence>,
    @IdempotencyKey() key: string,
    @Query({ schema: noQuery }) _query: unknown,
    @Caller() caller: SignedIn,
  ): Promise<AbsenceView> {
    return this.absences.add(caller, id, key, body);
  }

  /** `to` is the last day away: yesterday at the earliest, for somebody who is back early. */
  @Patch(':from')
  @Scope('admin')
  @Answers({ tag, summary: "Change a person's absence", ok: { 200: absenceView }, refusals: CHANGING })
  change(
    @Param('id', IdPipe) id: string,
    @Param('from', DayPipe) from: string,
    @Body({ schema: changedAbsence }) body: z.output<typeof changedAbsence>,
    @Query({ schema: noQuery }) _query: unknown,
    @Caller() caller: SignedIn,
  ): Promise<AbsenceView> {
    return this.absences.change(caller, id, from, body);
  }

  @Delete(':from')
  @Scope('admin')
  @HttpCode(HttpStatus.NO_CONTENT)
  @Answers({
    tag,
    summary: 'Take back an absence that begins today or later',
    ok: { 204: null },
    refusals: TAKING_BACK,
  })
  async takeBack(
    @Param('id', IdPipe) id: string,
    @Param('from', DayPipe) from: string,
    @Query({ schema: noQuery }) _query: unknown,
    @Caller() caller: SignedIn,
  ): Promise<void> {
    await this.absences.takeBack(caller, id, from);
  }
}
