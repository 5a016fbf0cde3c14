import { Controller, Get, Param } from '@nestjs/common';
import { visibilitiesFor } from '#domain/policy/conversation.js';
import { visibleAspects } from '#domain/policy/read-access.js';
import { proofChoices } from '#contracts/http/cases/proof.js';
import type { ProofChoices } from '#contracts/http/cases/proof.js';
import { listMessages } from '#store/cases/conversation/messages.js';
import { listDocuments } from '#store/cases/documents/documents.js';
import { Allowed } from '../../shared/allowed/allowed.decorator.js';
import { Answers } from '../../shared/answers.decorator.js';
import { Caller } from '../../shared/caller/caller.decorator.js';
import type { SignedInCaller } from '../../shared/caller/caller.decorator.js';
import { DatabaseService } from '../../shared/database.service.js';
import { DirectoryService } from '../../shared/directory.service.js';
import { CaseIdPipe } from '../../shared/input/case-id.pipe.js';
import { RequestLanguage } from '../../shared/input/language.decorator.js';
import type { Language } from '../../shared/input/language.decorator.js';
import { CollaborationsService } from '../collaborations.service.js';
import { documentView, messageView } from './shown-proof.js';

/** Of each kind; a longer list does not help a person. */
const MOST_SHOWN = 100;
const NEWEST = { limit: MOST_SHOWN, cursor: undefined } as const;

@Controller('collaborations/:id/proof')
export class ProofController {
  constructor(
    private readonly collaborations: CollaborationsService,
    private readonly people: DirectoryService,
    private readonly database: DatabaseService,
  ) {}

  /** What a command of the caller may name as proof: what they see and is not withdrawn, the newest first. */
  @Get()
  @Allowed('signed-in')
  @Answers({
    tag: 'Documents',
    summary: 'The documents and messages of a case that can be named as proof',
    ok: { 200: proofChoices },
    refusals: ['not-found'],
  })
  async list(
    @Param('id', CaseIdPipe) id: string,
    @Caller() caller: SignedInCaller,
    @RequestLanguage() language: Language,
  ): Promise<ProofChoices> {
    const { manager } = this.database;
    const { state } = await this.collaborations.requireReadable(id, caller);
    const reads = visibleAspects(state, caller.actor);
    const directory = await this.people.directory();
    const of = { caseId: id, direction: 'DESC', visibilities: visibilitiesFor(reads) } as const;
    const documents = await listDocuments(manager, of, NEWEST);
    const messages = reads.has('shared') ? await listMessages(manager, of, NEWEST) : { rows: [], next: null };
    const choices = [
      ...documents.rows
        .filter(({ withdrawnAt }) => withdrawnAt === null)
        .map((row) => ({ proof: { document: row.id }, at: row.at, shown: documentView(row) })),
      ...messages.rows.map((row) => ({
        proof: { message: row.id },
        at: row.at,
        shown: messageView(row, { reads, directory, language }),
      })),
    ].sort((a, b) => (a.at > b.at ? -1 : 1));
    return {
      items: choices.map(({ shown: { title, seenBy }, ...rest }) => ({ ...rest, title, seenBy })),
      more: documents.next !== null || messages.next !== null,
    };
  }
}
