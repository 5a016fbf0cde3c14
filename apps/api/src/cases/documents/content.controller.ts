import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { Controller, Get, Param, Req, Res } from '@nestjs/common';
import { ApiProduces } from '@nestjs/swagger';
import type { Request, Response } from 'express';
import { z } from 'zod';
import { refuseWithdrawn } from '#domain/policy/documents.js';
import { ContentMissing } from '#platform/files/file-store.js';
import { versionIn } from '#store/cases/documents/document-versions.js';
import { Allowed } from '../../shared/allowed/allowed.decorator.js';
import { Answers } from '../../shared/answers.decorator.js';
import { Caller } from '../../shared/caller/caller.decorator.js';
import type { SignedInCaller } from '../../shared/caller/caller.decorator.js';
import { DatabaseService } from '../../shared/database.service.js';
import { FilesService } from '../../shared/files.service.js';
import { CaseIdPipe } from '../../shared/input/case-id.pipe.js';
import { refused } from '../../shared/refused.js';
import { CollaborationsService } from '../collaborations.service.js';
import { answerRange, contentHeaders } from './content-headers.js';
import { DocumentIdPipe } from './document-id.pipe.js';
import { DocumentsService } from './documents.service.js';
import { noSuchDocument } from './no-such-document.js';

/** The content of a version. It comes from here alone: no other server has the files. */
@Controller('collaborations/:id/documents/:document/versions')
export class ContentController {
  constructor(
    private readonly collaborations: CollaborationsService,
    private readonly documents: DocumentsService,
    private readonly files: FilesService,
    private readonly database: DatabaseService,
  ) {}

  /**
   * Asks the policy anew for each request, also for a part of it (`Range`). One who reads while the document is withdrawn
   * reads to the end; the next request is refused.
   */
  @Get(':v/content')
  @Allowed('signed-in')
  @ApiProduces('application/octet-stream')
  @Answers({
    tag: 'Documents',
    summary: 'The content of one version of a document',
    ok: { 200: z.string(), 206: z.string(), 416: null },
    refusals: ['not-found', 'withdrawn'],
  })
  async content(
    @Param('id', CaseIdPipe) id: string,
    @Param('document', DocumentIdPipe) documentId: string,
    @Param('v') v: string,
    @Caller() caller: SignedInCaller,
    @Req() request: Request,
    @Res() response: Response,
  ): Promise<void> {
    const { state } = await this.collaborations.requireReadable(id, caller);
    const document = await this.documents.requireVisible(this.database.manager, state, documentId, caller.actor);
    const withdrawn = refuseWithdrawn({ isWithdrawn: document.withdrawnAt !== null });
    if (withdrawn) throw refused(withdrawn);
    const version = /^[1-9]\d{0,8}$/.test(v) && (await versionIn(this.database.manager, document, Number(v)));
    if (!version) throw noSuchDocument();
    const range = answerRange(request, version.file);
    const isEmpty = range.status === 416 || request.method === 'HEAD';
    const content = isEmpty ? Readable.from([]) : await this.opened(version.file.key, range.part);
    response.status(range.status).set({ ...contentHeaders(version.file, response), ...range.headers });
    try {
      await pipeline(content, response);
    } catch (error) {
      // The client disconnected, so there is nobody to send an error to.
      if ((error as NodeJS.ErrnoException).code !== 'ERR_STREAM_PREMATURE_CLOSE') throw error;
    }
  }

  private async opened(key: string, part: { readonly start: number; readonly end: number } | undefined) {
    try {
      return await this.files.store.open(key, part);
    } catch (error) {
      if (error instanceof ContentMissing) throw noSuchDocument();
      throw error;
    }
  }
}
