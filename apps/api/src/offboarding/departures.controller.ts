import { Body, Controller, Get, HttpCode, HttpStatus, Param, Post } from '@nestjs/common';
import type { z } from 'zod';
import type { Actor } from '#domain/model/command.js';
import { departureBody, departureReport, holdingList } from '#contracts/http/offboarding.js';
import { IdempotencyKey } from '../shared/idempotency-key.decorator.js';
import { Allowed } from '../shared/allowed/allowed.decorator.js';
import { RequestLanguage } from '../shared/input/language.decorator.js';
import type { Language } from '../shared/input/language.decorator.js';
import { OwnRolesPipe } from '../shared/allowed/own-roles.pipe.js';
import { Answers } from '../shared/answers.decorator.js';
import { IdPipe } from '../shared/input/id.pipe.js';
import { Caller } from '../shared/caller/caller.decorator.js';
import type { SignedInCaller } from '../shared/caller/caller.decorator.js';
import { RequiresScope } from '../shared/caller/scope.decorator.js';
import { DeparturesService } from './departures.service.js';

const tag = 'People';

@Controller('people/:id')
export class DeparturesController {
  constructor(private readonly departures: DeparturesService) {}

  /** What others would have to take over if the person left today. */
  @Get('holdings')
  @Allowed('staff')
  @Answers({ tag, summary: 'What a person holds', ok: { 200: holdingList }, refusals: ['forbidden', 'not-found'] })
  async holdings(
    @Param('id', IdPipe) id: string,
    @Caller() caller: SignedInCaller,
    @Caller(OwnRolesPipe) actor: Actor,
  ): Promise<z.infer<typeof holdingList>> {
    return { items: await this.departures.holdings(caller, actor, id), next: null };
  }

  /** A dry run reports what would be transferred to whom. A repeat with the same key continues where the first stopped. */
  @Post('departure')
  @Allowed('staff')
  @RequiresScope('admin')
  @HttpCode(HttpStatus.OK)
  @Answers({
    tag,
    summary: 'A person leaves: hand over and deactivate',
    ok: { 200: departureReport },
    refusals: ['forbidden', 'not-found', 'same-person', 'unknown-person', 'too-large'],
  })
  depart(
    @Param('id', IdPipe) id: string,
    @Body({ schema: departureBody }) body: z.output<typeof departureBody>,
    @IdempotencyKey() key: string,
    @Caller() caller: SignedInCaller,
    @Caller(OwnRolesPipe) actor: Actor,
    @RequestLanguage() language: Language,
  ): Promise<z.infer<typeof departureReport>> {
    return this.departures.depart(caller, actor, id, key, { ...body, language });
  }
}
