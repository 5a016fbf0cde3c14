import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { refuse } from '#domain/model/refusal.js';
import type { Refusal } from '#domain/model/refusal.js';
import { sideOf, takesMessages } from '#domain/policy/conversation.js';
import type { UnfinishedUpload, UploadOutcome } from '#platform/uploads/resumable-uploads.js';
import { fileById, removeUnattachedFile } from '#store/cases/documents/files.js';
import type { FileRow } from '#store/cases/documents/files.js';
import type { CaseWithSensitivity } from '#store/cases/lists/find-case.js';
import type { SignedInCaller } from '../../shared/caller/caller.decorator.js';
import { DatabaseService } from '../../shared/database.service.js';
import { FilesService } from '../../shared/files.service.js';
import { IdempotencyService } from '../../shared/idempotency.service.js';
import { refused } from '../../shared/refused.js';
import { unavailable } from '#platform/problems/http-refusal.js';
import { closedCaseRefusal } from '../conversation/closed-case.js';
import { full, noSuchUpload, tooLarge } from './file-refusals.js';
import { FinishingService } from './finishing.service.js';
import type { partIn } from './upload-part.js';
import type { AskedUpload } from './upload-request.js';
import { SILENCE_MS } from './upload-view.js';

/** One part of a file on its way. */
export interface IncomingPart {
  readonly offset: number;
  readonly length: number | undefined;
  readonly content: ReturnType<typeof partIn>;
}

/** An upload on its way, or the file that it has become. */
export type Upload =
  | { readonly unfinished: UnfinishedUpload; readonly file?: never }
  | { readonly file: FileRow; readonly unfinished?: never };

/** Uploads, each seen by whoever began it and by nobody else. */
@Injectable()
export class UploadsService {
  constructor(
    private readonly database: DatabaseService,
    private readonly files: FilesService,
    private readonly idempotency: IdempotencyService,
    private readonly finishing: FinishingService,
  ) {}

  /** The same key begins the same upload. @throws HttpRefusal 403, 409 `already-closed`, 422 `key-reused`, 507 `storage-full` */
  async begin(
    { state }: CaseWithSensitivity,
    { caller, key, asked }: { readonly caller: SignedInCaller; readonly key: string; readonly asked: AskedUpload },
  ): Promise<Upload> {
    const side = sideOf(state, caller.actor);
    if (side === null) throw refused(NOT_YOURS);
    if (side === 'ENTREPRENEUR' && !takesMessages(state))
      throw refused(await closedCaseRefusal(this.database.manager, state, 'files'));
    const by = caller.user.id;
    const request = { route: caller.route, body: asked };
    const { id } = await this.database.dataSource.transaction((manager) =>
      this.idempotency.runOnce(manager, { caller: by, key, request }, async () => ({ id: randomUUID() })),
    );
    const earlier = await this.find(id, by);
    if (earlier) return earlier;
    const { collaboration, filename, size } = asked;
    requireDone(await this.finishing.uploads.create(id, size, { collaboration, filename, by }));
    return this.require(id, by);
  }

  /** @throws HttpRefusal 404, 409 `upload-offset`, 413, 503, 507 */
  async receive(id: string, by: string, { offset, length, content }: IncomingPart): Promise<Upload> {
    try {
      const { file } = await this.require(id, by);
      if (file) throw refused(OTHER_OFFSET);
      requireDone(await this.finishing.uploads.receive(id, offset, content.body, length));
    } finally {
      content.end();
    }
    return this.require(id, by);
  }

  /** When everything has come it is finished now, if a stop in the middle has left it. @throws HttpRefusal 404, 503, 507 */
  async require(id: string, by: string): Promise<Upload> {
    const found = await this.find(id, by);
    if (!found) throw refused(noSuchUpload());
    if (!found.unfinished || found.unfinished.offset < found.unfinished.size) return found;
    return { file: await this.finishing.finish(found.unfinished) };
  }

  /** @throws HttpRefusal 404, 409 `held` for one that is part of a document */
  async remove(id: string, by: string): Promise<void> {
    const found = await this.find(id, by);
    if (!found) throw refused(noSuchUpload());
    if (found.file && !(await removeUnattachedFile(this.database.manager, id))) throw refused(IN_A_DOCUMENT);
    await this.finishing.uploads.remove(id);
    await this.files.store.remove(id);
  }

  private async find(id: string, by: string): Promise<Upload | undefined> {
    const file = await fileById(this.database.manager, id);
    if (file) return file.by === by ? { file } : undefined;
    const unfinished = await this.finishing.uploads.find(id);
    if (!unfinished || unfinished.metadata['by'] !== by) return undefined;
    return unfinished.changedAt.getTime() + SILENCE_MS < Date.now() ? undefined : { unfinished };
  }
}

const NOT_YOURS = refuse('forbidden', {
  nb: 'Du kan lese saken, men ikke legge filer i den.',
  en: 'You may read the case, but add no files.',
});

const OTHER_OFFSET = refuse('upload-offset', {
  nb: 'Filen fortsetter et annet sted. Spør med HEAD hvor mye som er kommet, og send resten.',
  en: 'The file goes on elsewhere. Ask by HEAD how much has come, and send the rest.',
});

const IN_A_DOCUMENT = refuse('held', {
  nb: 'Filen hører til et dokument i saken. Trekk dokumentet i stedet.',
  en: 'The file belongs to a document of the case. Withdraw the document instead.',
});

/** @throws HttpRefusal unless it was done */
function requireDone(outcome: UploadOutcome): void {
  if (!('failed' in outcome)) return;
  const refusal: Readonly<Record<typeof outcome.failed, Refusal | undefined>> = {
    offset: OTHER_OFFSET,
    'broken-off': OTHER_OFFSET,
    'too-large': tooLarge(),
    full: full(),
    gone: noSuchUpload(),
    malformed: OTHER_OFFSET,
    busy: undefined,
  };
  const { [outcome.failed]: known } = refusal;
  if (known) throw refused(known);
  throw unavailable({ nb: 'Filen er opptatt. Prøv igjen om litt.', en: 'The file is busy. Try again shortly.' });
}
