import { Body, Controller, Get, HttpStatus, Param, Post, Query, Res } from '@nestjs/common';
import type { Response } from 'express';
import type { z } from 'zod';
import { refuseNote, visibilitiesFor } from '#domain/policy/conversation.js';
import { visibleAspects } from '#domain/policy/read-access.js';
import { conversationQuery, noteBody, noteList, noteView } from '#contracts/http/cases/note.js';
import type { NoteRequest, NoteView } from '#contracts/http/cases/note.js';
import { addNote, listNotes, noteById } from '#store/cases/conversation/notes.js';
import type { NoteRow } from '#store/cases/conversation/notes.js';
import { namesOf } from '#store/people/names-of.js';
import { Allowed } from '../../shared/allowed/allowed.decorator.js';
import { Answers } from '../../shared/answers.decorator.js';
import { Caller } from '../../shared/caller/caller.decorator.js';
import type { SignedInCaller } from '../../shared/caller/caller.decorator.js';
import { CursorsService } from '../../shared/cursors.service.js';
import { DatabaseService } from '../../shared/database.service.js';
import { IdempotencyKey } from '../../shared/idempotency-key.decorator.js';
import { CaseIdPipe } from '../../shared/input/case-id.pipe.js';
import { requireAllowed } from '../../shared/refused.js';
import { requireNoNationalIdentityNumber } from '../../shared/require-no-national-identity-number.js';
import { CollaborationsService } from '../collaborations.service.js';
import { ConversationService } from './conversation.service.js';

@Controller('collaborations/:id/notes')
export class NotesController {
  constructor(
    private readonly collaborations: CollaborationsService,
    private readonly conversation: ConversationService,
    private readonly database: DatabaseService,
    private readonly cursors: CursorsService,
  ) {}

  /** People from outside the municipality see only those that are shared. */
  @Get()
  @Allowed('signed-in')
  @Answers({ tag: 'Conversation', summary: 'The notes of a case', ok: { 200: noteList }, refusals: ['not-found'] })
  async list(
    @Param('id', CaseIdPipe) id: string,
    @Query({ schema: conversationQuery }) { after, order = 'asc', limit = 50 }: z.output<typeof conversationQuery>,
    @Caller() caller: SignedInCaller,
  ): Promise<z.infer<typeof noteList>> {
    const { state } = await this.collaborations.requireReadable(id, caller);
    const visibilities = visibilitiesFor(visibleAspects(state, caller.actor));
    const asked = { list: 'notes', query: { id, order } };
    const { rows, next } = await listNotes(
      this.database.manager,
      { caseId: id, visibilities, direction: order === 'asc' ? 'ASC' : 'DESC' },
      { limit, cursor: this.cursors.read(asked, after) },
    );
    return { items: await this.views(rows), next: this.cursors.write(asked, next) };
  }

  @Post()
  @Allowed('signed-in')
  @Answers({
    tag: 'Conversation',
    summary: 'Write a note on a case',
    ok: { 201: noteView },
    refusals: ['not-found', 'forbidden', 'sensitive-number', 'too-large', 'key-reused'],
  })
  async write(
    @Param('id', CaseIdPipe) id: string,
    @Body({ schema: noteBody }) body: NoteRequest,
    @IdempotencyKey() key: string,
    @Caller() caller: SignedInCaller,
    @Res({ passthrough: true }) response: Response,
  ): Promise<NoteView> {
    const { state } = await this.collaborations.requireReadable(id, caller);
    requireAllowed(refuseNote(state, caller.actor));
    requireNoNationalIdentityNumber({ '/text': body.text });
    const { text, visibility } = body;
    const noteId = await this.conversation.write(
      id,
      { caller, key, body },
      (locked) => refuseNote(locked, caller.actor),
      (manager, _, at) => addNote(manager, { caseId: id, visibility, by: caller.user.id, at, body: text }),
    );
    // An internal one would tell the entrepreneur's page that there is one.
    if (visibility === 'SHARED') await this.conversation.announce(state);
    const [view] = await this.views([await noteById(this.database.manager, noteId)]);
    if (!view) throw new Error('a note that was just written is there');
    response.status(HttpStatus.CREATED);
    return view;
  }

  private async views(rows: readonly NoteRow[]): Promise<NoteView[]> {
    const names = await namesOf(this.database.manager, [...new Set(rows.map(({ by }) => by))]);
    // Without its number: gaps would tell people from outside of internal notes.
    return rows.map(({ id, by, at, body, visibility }) => ({
      id,
      by: { id: by, name: names.get(by) ?? by },
      at,
      text: body,
      visibility,
      seenBy: visibility === 'SHARED' ? 'BOTH' : 'MUNICIPALITY',
    }));
  }
}
