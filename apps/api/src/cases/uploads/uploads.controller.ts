import { Controller, Delete, Get, HttpCode, HttpStatus, Param, Patch, Post, Req, Res } from '@nestjs/common';
import type { Request, Response } from 'express';
import { PART_TYPE, TUS_VERSION, uploadMetadataHeader } from '#platform/uploads/resumable-uploads.js';
import { HttpRefusal } from '#platform/problems/http-refusal.js';
import { uploadView } from '#contracts/http/cases/upload.js';
import type { UploadView } from '#contracts/http/cases/upload.js';
import { Allowed } from '../../shared/allowed/allowed.decorator.js';
import { Answers } from '../../shared/answers.decorator.js';
import { Caller } from '../../shared/caller/caller.decorator.js';
import type { SignedInCaller } from '../../shared/caller/caller.decorator.js';
import { IdempotencyKey } from '../../shared/idempotency-key.decorator.js';
import { RequestLanguage } from '../../shared/input/language.decorator.js';
import type { Language } from '../../shared/input/language.decorator.js';
import { refused } from '../../shared/refused.js';
import { requireNoNationalIdentityNumber } from '../../shared/require-no-national-identity-number.js';
import { CollaborationsService } from '../collaborations.service.js';
import { refusalOfFile } from './file-refusals.js';
import { UploadIdPipe } from './upload-id.pipe.js';
import { isUploadPart, partIn } from './upload-part.js';
import { announcedLength, askedOffset, askedUpload, requireProtocol } from './upload-request.js';
import { finishedView, unfinishedView } from './upload-view.js';
import { UploadsService } from './uploads.service.js';
import type { Upload } from './uploads.service.js';

/** Files by the tus protocol 1.0.0 (tus.io), with its extensions creation, termination and expiration. */
@Controller('uploads')
export class UploadsController {
  constructor(
    private readonly collaborations: CollaborationsService,
    private readonly uploads: UploadsService,
  ) {}

  /**
   * Takes no body. Upload-Length is the size in bytes; Upload-Metadata has `collaboration`, the id of the case, and `filename`.
   * The parts are sent with PATCH to the address in Location.
   */
  @Post()
  @Allowed('signed-in')
  @Answers({
    tag: 'Files',
    summary: 'Begin to upload a file to a case',
    ok: { 201: uploadView },
    refusals: [
      'not-found',
      'forbidden',
      'sensitive-number',
      'already-closed',
      'upload-protocol',
      'too-large',
      'key-reused',
      'storage-full',
    ],
  })
  async begin(
    @IdempotencyKey() key: string,
    @Caller() caller: SignedInCaller,
    @RequestLanguage() language: Language,
    @Req() request: Request,
    @Res({ passthrough: true }) response: Response,
  ): Promise<UploadView> {
    response.setHeader('Tus-Resumable', TUS_VERSION);
    requireProtocol(request.headers);
    const asked = askedUpload(request.headers);
    requireNoNationalIdentityNumber({ 'Upload-Metadata/filename': asked.filename });
    const stored = await this.collaborations.requireReadable(asked.collaboration, caller);
    const upload = await this.uploads.begin(stored, { caller, key, asked });
    const view = viewOf(upload, language);
    response.setHeader('Location', `/api/v1/uploads/${view.id}`);
    announce(response, view);
    response.status(HttpStatus.CREATED);
    return view;
  }

  /** Sends a part, from Upload-Offset on, as `application/offset+octet-stream`. The answer to the last one is about the file. */
  @Patch(':id')
  @HttpCode(HttpStatus.NO_CONTENT)
  @Allowed('signed-in')
  @Answers({
    tag: 'Files',
    summary: 'Send a part of a file',
    ok: { 204: null },
    refusals: [
      'not-found',
      'upload-offset',
      'upload-protocol',
      'too-large',
      'file-empty',
      'file-type',
      'file-encoding',
      'file-active',
      'file-damaged',
      'file-bomb',
      'file-infected',
      'storage-full',
    ],
  })
  async receive(
    @Param('id', UploadIdPipe) id: string,
    @Caller() { user }: SignedInCaller,
    @RequestLanguage() language: Language,
    @Req() request: Request,
    @Res({ passthrough: true }) response: Response,
  ): Promise<void> {
    response.setHeader('Tus-Resumable', TUS_VERSION);
    requireProtocol(request.headers);
    if (!isUploadPart(request)) throw NO_PART;
    const part = { offset: askedOffset(request.headers), length: announcedLength(request.headers) };
    const upload = await this.uploads.receive(id, user.id, { ...part, content: partIn(request) });
    requireNotRefused(upload);
    announce(response, viewOf(upload, language));
  }

  /** With HEAD, by the protocol: how much has come. Seen by whoever began it, and by nobody else. */
  @Get(':id')
  @Allowed('signed-in')
  @Answers({
    tag: 'Files',
    summary: 'What has become of an upload',
    ok: { 200: uploadView },
    refusals: ['not-found', 'storage-full'],
  })
  async read(
    @Param('id', UploadIdPipe) id: string,
    @Caller() { user }: SignedInCaller,
    @RequestLanguage() language: Language,
    @Req() request: Request,
    @Res({ passthrough: true }) response: Response,
  ): Promise<UploadView> {
    response.setHeader('Tus-Resumable', TUS_VERSION);
    const upload = await this.uploads.require(id, user.id);
    if (request.method === 'HEAD') requireNotRefused(upload);
    const view = viewOf(upload, language);
    announce(response, view);
    return view;
  }

  /** Ends an upload, or deletes a file that is part of no document. */
  @Delete(':id')
  @HttpCode(HttpStatus.NO_CONTENT)
  @Allowed('signed-in')
  @Answers({
    tag: 'Files',
    summary: 'Give up an upload',
    ok: { 204: null },
    refusals: ['not-found', 'held', 'upload-protocol'],
  })
  async remove(
    @Param('id', UploadIdPipe) id: string,
    @Caller() { user }: SignedInCaller,
    @Req() request: Request,
    @Res({ passthrough: true }) response: Response,
  ): Promise<void> {
    response.setHeader('Tus-Resumable', TUS_VERSION);
    requireProtocol(request.headers);
    await this.uploads.remove(id, user.id);
  }
}

const viewOf = ({ file, unfinished }: Upload, language: Language): UploadView =>
  file ? finishedView(file, language) : unfinishedView(unfinished);

function announce(response: Response, { offset, size, expiresAt, collaboration, name }: UploadView): void {
  response.setHeader('Upload-Offset', offset);
  response.setHeader('Upload-Length', size);
  response.setHeader('Upload-Metadata', uploadMetadataHeader({ collaboration, filename: name }));
  if (expiresAt !== null) response.setHeader('Upload-Expires', new Date(expiresAt).toUTCString());
}

/** @throws HttpRefusal 422 for a file that is not taken */
function requireNotRefused({ file }: Upload): void {
  if (file?.code) throw refused(refusalOfFile(file.code));
}

const NO_PART = new HttpRefusal({
  status: 415,
  code: 'unsupported-media-type',
  detail: { nb: `Send Content-Type: ${PART_TYPE}.`, en: `Send Content-Type: ${PART_TYPE}.` },
});
