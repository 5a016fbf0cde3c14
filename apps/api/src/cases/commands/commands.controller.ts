import { Body, Controller, HttpStatus, Param, Post, Query, Res } from '@nestjs/common';
import type { Response } from 'express';
import { z } from 'zod';
import { accepted, commandBody, commandPreview, commandQuery } from '#contracts/http/cases/command.js';
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
import { actorForCase } from '#domain/policy/read-access.js';
import { redacted } from '../views/case-context.js';
import { previewView } from '../pages/preview-view.js';
import { DryRunService } from './dry-run.service.js';
import { DialogueLogsService } from '../dialogue/dialogue-logs.service.js';
import { CommandsService } from './commands.service.js';
import { IfMatch } from '../../shared/input/if-match.decorator.js';
import { IdempotencyKey } from '../../shared/idempotency-key.decorator.js';

/** What may have sent a handover. */
const SENDS: ReadonlySet<CommandRequest['type']> = new Set(['sendHandover', 'resolveLapsed'] as const);

interface AskedPreview {
  readonly ifMatch: number | undefined;
  readonly body: CommandRequest;
  readonly language: Language;
  readonly thenSend: boolean;
}

@Controller('collaborations/:id/commands')
export class CommandsController {
  constructor(
    private readonly commands: CommandsService,
    private readonly collaborations: CollaborationsService,
    private readonly database: DatabaseService,
    private readonly dryRuns: DryRunService,
    private readonly dialogueLogs: DialogueLogsService,
  ) {}

  /**
   * 200 when the command's own events are in Postgres, 202 when it is accepted and they are on their way there. With
   * `dryRun=true` the answer says what the command would lead to, and nothing is done or stored.
   */
  @Post()
  @Allowed('signed-in')
  @Answers({
    tag: 'Collaborations',
    summary: 'Give a command to a case',
    ok: { 200: z.union([caseView, commandPreview]), 202: accepted },
    refusals: [
      'not-yours',
      'not-receiver',
      'same-person',
      'forbidden',
      'not-found',
      'stale',
      'too-large',
      'out-of-range',
      'sensitive-number',
      'bad-fact',
      'unknown-item',
      'unknown-person',
      'unknown-proof',
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
    @Query({ schema: commandQuery }) { dryRun, thenSend = false }: z.output<typeof commandQuery>,
    @Caller() caller: SignedInCaller,
    @RequestLanguage() language: Language,
    @Res({ passthrough: true }) response: Response,
  ): Promise<unknown> {
    if (dryRun) {
      response.status(HttpStatus.OK);
      return this.preview(id, caller, { ifMatch, body, language, thenSend });
    }
    const { version, recorded } = await this.commands.submit(id, caller, { key, ifMatch, by: caller.actor, body });
    response.setHeader('Idempotency-Key', key);
    const stored = recorded ? await findCase(this.database.manager, id) : null;
    if (!stored) {
      response.status(HttpStatus.ACCEPTED).setHeader('Location', `/api/v1/collaborations/${id}`);
      return { version };
    }
    if (SENDS.has(body.type)) await this.dialogueLogs.attachWhenSent(stored);
    response.status(HttpStatus.OK).setHeader('ETag', `"${stored.state.version}"`);
    return this.collaborations.view(stored, caller, language);
  }

  private async preview(
    id: string,
    caller: SignedInCaller,
    { ifMatch, body, language, thenSend }: AskedPreview,
  ): Promise<z.infer<typeof commandPreview>> {
    const stored = await this.collaborations.requireReadable(id, caller);
    const by = actorForCase(stored.state, caller.actor);
    const transitions = await this.dryRuns.preview(stored, { by, ifMatch, body }, thenSend);
    return previewView(transitions, redacted(await this.collaborations.context(stored, caller, language, [])));
  }
}
