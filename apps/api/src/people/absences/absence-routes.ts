import { RequestLanguage } from '../../shared/input/language.decorator.js';
import type { Language } from '../../shared/input/language.decorator.js';
import { Body, Delete, Get, HttpCode, HttpStatus, Injectable, Param, Patch, Post } from '@nestjs/common';
import type { z } from 'zod';
import type { Actor } from '#domain/model/command.js';
import type { RefusalCode } from '#domain/model/refusal.js';
import { absenceChangeBody, newAbsenceBody, absenceList, absenceView } from '#contracts/http/people/absence.js';
import { Allowed } from '../../shared/allowed/allowed.decorator.js';
import { OwnRolesPipe } from '../../shared/allowed/own-roles.pipe.js';
import { Answers } from '../../shared/answers.decorator.js';
import { Caller } from '../../shared/caller/caller.decorator.js';
import { IdempotencyKey } from '../../shared/idempotency-key.decorator.js';
import { DayPipe } from '../../shared/input/id.pipe.js';
import { AbsencesService } from './absences.service.js';
import type { AbsenceView } from './absence-view.js';

const LIST_REFUSALS: readonly RefusalCode[] = ['forbidden', 'not-found'];
const WRITE_REFUSALS: readonly RefusalCode[] = [
  ...LIST_REFUSALS,
  'same-person',
  'held',
  'already-closed',
  'unknown-person',
  'out-of-range',
  'too-large',
];

interface AbsenceRoutesOptions {
  readonly summaries: Readonly<Record<'list' | 'add' | 'change' | 'takeBack', string>>;
  /** Injects the person whose absences they are. */
  readonly person: ParameterDecorator;
  /** Added to the routes that change something. */
  readonly write: MethodDecorator;
}

/** Base of the controllers of one's own absences and of other people's. */
export function absenceRoutes({ summaries, person: Person, write: Write }: AbsenceRoutesOptions) {
  const answers = (summary: string, ok: Record<number, z.ZodType | null>, refusals: readonly RefusalCode[]) =>
    Answers({ tag: 'Absences', summary, ok, refusals });

  @Injectable()
  class AbsenceRoutes {
    constructor(private readonly absences: AbsencesService) {}

    @Get()
    @Allowed('staff')
    @answers(summaries.list, { 200: absenceList }, LIST_REFUSALS)
    async list(
      @Person person: string,
      @Caller(OwnRolesPipe) actor: Actor,
      @RequestLanguage() language: Language,
    ): Promise<z.infer<typeof absenceList>> {
      return { items: await this.absences.list(actor, person, language), next: null };
    }

    @Post()
    @Allowed('staff')
    @Write
    @HttpCode(HttpStatus.CREATED)
    @answers(summaries.add, { 201: absenceView }, [...WRITE_REFUSALS, 'key-reused'])
    add(
      @Person person: string,
      @Body({ schema: newAbsenceBody }) body: z.output<typeof newAbsenceBody>,
      @IdempotencyKey() key: string,
      @Caller(OwnRolesPipe) actor: Actor,
      @RequestLanguage() language: Language,
    ): Promise<AbsenceView> {
      return this.absences.add(actor, person, key, body, language);
    }

    /** `to` is the last day away: yesterday at the earliest, for somebody who is back early. */
    @Patch(':from')
    @Allowed('staff')
    @Write
    @answers(summaries.change, { 200: absenceView }, [...WRITE_REFUSALS, 'in-the-past'])
    change(
      @Person person: string,
      @Param('from', DayPipe) from: string,
      @Body({ schema: absenceChangeBody }) body: z.output<typeof absenceChangeBody>,
      @Caller(OwnRolesPipe) actor: Actor,
      @RequestLanguage() language: Language,
    ): Promise<AbsenceView> {
      return this.absences.change(actor, person, from, body, language);
    }

    @Delete(':from')
    @Allowed('staff')
    @Write
    @HttpCode(HttpStatus.NO_CONTENT)
    @answers(summaries.takeBack, { 204: null }, [...LIST_REFUSALS, 'in-the-past'])
    async takeBack(
      @Person person: string,
      @Param('from', DayPipe) from: string,
      @Caller(OwnRolesPipe) actor: Actor,
    ): Promise<void> {
      await this.absences.takeBack(actor, person, from);
    }
  }
  return AbsenceRoutes;
}
