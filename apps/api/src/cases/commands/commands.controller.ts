import { Body, Controller, HttpStatus, Param, Post, Res } from '@nestjs/common';
import type { Response } from 'express';
import { commandBody, accepted } from '#contracts/http/cases/command.js';
import type { CommandRequest } from '#contracts/http/cases/command.js';
import { caseView } from '#contracts/http/cases/case.js';
import { findCase } from '#store/cases/lists/find-case.js';
import { CollaborationsService } from '../collaborations.service.js';
import { Allowed } from '../../shared/allowed/allowed.decorator.js';
import { Answers } from '../../shared/answers.decorator.js';
import { CaseIdPipe } from '../../shared/input/case-id.pipe.js';
import { RequestLanguage } from '../../shared/input/language.decorator.js';
import type { Language } from '../../shared/input/language.decorator.js';
import { DatabaseService } from '../../shared/database.service.js';
import { Caller } from '../../shared/caller/caller.decorator.js';
import type { SignedInCaller } from '../../shared/caller/caller.decorator.js';
import { CommandsService } from './commands.service.js';
import { IfMatch } from '../../shared/input/if-match.decorator.js';
import { IdempotencyKey } from '../../shared/idempotency-key.decorator.js';

@Controller('collaborations/:id/commands')
export class CommandsController {
  constructor(
    private readonly commands: CommandsService,
    private readonly collaborations: CollaborationsService,
    private readonly database: DatabaseService,
  ) {}

  /** 200 when the command's own events are in Postgres, 202 when it is accepted and they are on their way there. */
  @Post()
  @Allowed('signed-in')
  @Answers({
    tag: 'Collaborations',
    summary: 'Give a command to a case',
    ok: { 200: caseView, 202: accepted },
    refusals: [
      'not-yours',
      'not-receiver',
      'same-person',
      'forbidden',
      'not-found',
      'stale',
      'too-large',
      'out-of-range',
      'bad-fact',
      'unknown-item',
      'unknown-person',
      'in-the-past',
      'in-the-future',
      'key-reused',
      'superseded',
      'not-in-phase',
      'gate-blocked',
      'no-open-handover',
      'handover-open',
      'legal-item',
      'already-closed',
      'held',
      'outcome-unknown',
    ],
  })
  async give(
    @Param('id', CaseIdPipe) id: string,
    @IdempotencyKey() key: string,
    @IfMatch() ifMatch: number | undefined,
    @Body({ schema: commandBody }) body: CommandRequest,
    @Caller() caller: SignedInCaller,
    @RequestLanguage() language: Language,
    @Res({ passthrough: true }) response: Response,
  ): Promise<unknown> {
    const { version, recorded } = await this.commands.submit(id, caller, { key, ifMatch, by: caller.actor, body });
    response.setHeader('Idempotency-Key', key);
    const stored = recorded ? await findCase(this.database.manager, id) : null;
    if (!stored) {
      response.status(HttpStatus.ACCEPTED).setHeader('Location', `/api/v1/collaborations/${id}`);
      return { version };
    }
    response.status(HttpStatus.OK).setHeader('ETag', `"${stored.state.version}"`);
    return this.collaborations.view(stored, caller, language);
  }
}
