import { Body, Controller, Get, HttpCode, HttpStatus, Param, Post, Query, Res } from '@nestjs/common';
import type { Response } from 'express';
import type { z } from 'zod';
import type { Case } from '#domain/model/case.js';
import { visibilitiesFor } from '#domain/policy/conversation.js';
import { visibleAspects } from '#domain/policy/read-access.js';
import {
  documentBody,
  documentDetail,
  documentList,
  shareBody,
  versionBody,
  withdrawBody,
} from '#contracts/http/cases/document.js';
import type {
  DocumentDetail,
  DocumentRequest,
  VersionRequest,
  WithdrawRequest,
} from '#contracts/http/cases/document.js';
import { conversationQuery } from '#contracts/http/cases/note.js';
import { listDocuments } from '#store/cases/documents/documents.js';
import { Allowed } from '../../shared/allowed/allowed.decorator.js';
import { Answers } from '../../shared/answers.decorator.js';
import { Caller } from '../../shared/caller/caller.decorator.js';
import type { SignedInCaller } from '../../shared/caller/caller.decorator.js';
import { CursorsService } from '../../shared/cursors.service.js';
import { DatabaseService } from '../../shared/database.service.js';
import { IdempotencyKey } from '../../shared/idempotency-key.decorator.js';
import { CaseIdPipe } from '../../shared/input/case-id.pipe.js';
import { CollaborationsService } from '../collaborations.service.js';
import { DocumentIdPipe } from './document-id.pipe.js';
import { documentDetailView, documentView } from './document-views.js';
import { documentsContextOf } from './documents-context.js';
import { DocumentsService } from './documents.service.js';

@Controller('collaborations/:id/documents')
export class DocumentsController {
  constructor(
    private readonly collaborations: CollaborationsService,
    private readonly documents: DocumentsService,
    private readonly database: DatabaseService,
    private readonly cursors: CursorsService,
  ) {}

  /** People from outside the municipality see only those that are shared. */
  @Get()
  @Allowed('signed-in')
  @Answers({ tag: 'Documents', summary: 'The documents of a case', ok: { 200: documentList }, refusals: ['not-found'] })
  async list(
    @Param('id', CaseIdPipe) id: string,
    @Query({ schema: conversationQuery }) { after, order = 'asc', limit = 50 }: z.output<typeof conversationQuery>,
    @Caller() caller: SignedInCaller,
  ): Promise<z.infer<typeof documentList>> {
    const { state } = await this.collaborations.requireReadable(id, caller);
    const visibilities = visibilitiesFor(visibleAspects(state, caller.actor));
    const asked = { list: 'documents', query: { id, order } };
    const { rows, next } = await listDocuments(
      this.database.manager,
      { caseId: id, visibilities, direction: order === 'asc' ? 'ASC' : 'DESC' },
      { limit, cursor: this.cursors.read(asked, after) },
    );
    const context = await documentsContextOf(this.database.manager, rows);
    return { items: rows.map((row) => documentView(row, context)), next: this.cursors.write(asked, next) };
  }

  /** Tells the other side by a letter when it may read the document. */
  @Post()
  @Allowed('signed-in')
  @Answers({
    tag: 'Documents',
    summary: 'Add a document to a case',
    ok: { 201: documentDetail },
    refusals: [
      'not-found',
      'forbidden',
      'sensitive-number',
      'already-closed',
      'file-in-use',
      'unknown-file',
      'key-reused',
    ],
  })
  async create(
    @Param('id', CaseIdPipe) id: string,
    @Body({ schema: documentBody }) body: DocumentRequest,
    @IdempotencyKey() key: string,
    @Caller() caller: SignedInCaller,
    @Res({ passthrough: true }) response: Response,
  ): Promise<DocumentDetail> {
    const { state } = await this.collaborations.requireReadable(id, caller);
    const document = await this.documents.create(state, { caller, key, body });
    response.status(HttpStatus.CREATED);
    return this.detail(state, document, caller);
  }

  @Get(':document')
  @Allowed('signed-in')
  @Answers({
    tag: 'Documents',
    summary: 'One document with all its versions',
    ok: { 200: documentDetail },
    refusals: ['not-found'],
  })
  async one(
    @Param('id', CaseIdPipe) id: string,
    @Param('document', DocumentIdPipe) document: string,
    @Caller() caller: SignedInCaller,
  ): Promise<DocumentDetail> {
    const { state } = await this.collaborations.requireReadable(id, caller);
    return this.detail(state, document, caller);
  }

  @Post(':document/versions')
  @Allowed('signed-in')
  @Answers({
    tag: 'Documents',
    summary: 'Add a new version of a document',
    ok: { 201: documentDetail },
    refusals: [
      'not-found',
      'forbidden',
      'sensitive-number',
      'already-closed',
      'withdrawn',
      'file-in-use',
      'unknown-file',
      'too-large',
      'key-reused',
    ],
  })
  async addVersion(
    @Param('id', CaseIdPipe) id: string,
    @Param('document', DocumentIdPipe) document: string,
    @Body({ schema: versionBody }) body: VersionRequest,
    @IdempotencyKey() key: string,
    @Caller() caller: SignedInCaller,
    @Res({ passthrough: true }) response: Response,
  ): Promise<DocumentDetail> {
    const { state } = await this.collaborations.requireReadable(id, caller);
    await this.documents.addVersion(state, document, { caller, key, body });
    response.status(HttpStatus.CREATED);
    return this.detail(state, document, caller);
  }

  /** The content is served no longer; the row stays and says who withdrew it, when and why. */
  @Post(':document/withdraw')
  @HttpCode(HttpStatus.OK)
  @Allowed('signed-in')
  @Answers({
    tag: 'Documents',
    summary: 'Withdraw a document',
    ok: { 200: documentDetail },
    refusals: ['not-found', 'forbidden', 'sensitive-number', 'already-closed', 'too-large', 'key-reused'],
  })
  async withdraw(
    @Param('id', CaseIdPipe) id: string,
    @Param('document', DocumentIdPipe) document: string,
    @Body({ schema: withdrawBody }) body: WithdrawRequest,
    @IdempotencyKey() key: string,
    @Caller() caller: SignedInCaller,
  ): Promise<DocumentDetail> {
    const { state } = await this.collaborations.requireReadable(id, caller);
    await this.documents.withdraw(state, document, { caller, key, body });
    return this.detail(state, document, caller);
  }

  /** Shows the document, with all its versions, to the entrepreneur. There is no way back: it may have been read. */
  @Post(':document/share')
  @HttpCode(HttpStatus.OK)
  @Allowed('signed-in')
  @Answers({
    tag: 'Documents',
    summary: 'Share an internal document with the entrepreneur',
    ok: { 200: documentDetail },
    refusals: ['not-found', 'forbidden', 'withdrawn', 'key-reused'],
  })
  async share(
    @Param('id', CaseIdPipe) id: string,
    @Param('document', DocumentIdPipe) document: string,
    @Body({ schema: shareBody }) body: z.output<typeof shareBody>,
    @IdempotencyKey() key: string,
    @Caller() caller: SignedInCaller,
  ): Promise<DocumentDetail> {
    const { state } = await this.collaborations.requireReadable(id, caller);
    await this.documents.share(state, document, { caller, key, body });
    return this.detail(state, document, caller);
  }

  private async detail(state: Case, id: string, { actor }: SignedInCaller): Promise<DocumentDetail> {
    const row = await this.documents.requireVisible(this.database.manager, state, id, actor);
    return documentDetailView(row, await documentsContextOf(this.database.manager, [row]));
  }
}
