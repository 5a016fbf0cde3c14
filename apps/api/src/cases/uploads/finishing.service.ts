import path from 'node:path';
import { Inject, Injectable } from '@nestjs/common';
import { Readable } from 'node:stream';
import { refused } from '../../shared/refused.js';
import { ContentRefused } from '#platform/content/media-types.js';
import { inspect } from '#platform/content/inspect.js';
import { joined } from '#platform/content/content-file.js';
import { displayedName, safeName } from '#platform/content/file-name.js';
import { ClamAv, ScannerUnavailable } from '#platform/content/virus-scanner.js';
import type { VirusScanner } from '#platform/content/virus-scanner.js';
import { FileStoreFull } from '#platform/files/file-store.js';
import type { Logger } from '#platform/logger.js';
import { ResumableUploads } from '#platform/uploads/resumable-uploads.js';
import type { UnfinishedUpload } from '#platform/uploads/resumable-uploads.js';
import { addFile, fileById } from '#store/cases/documents/files.js';
import type { FileRow, NewFile } from '#store/cases/documents/files.js';
import { DatabaseService } from '../../shared/database.service.js';
import { FilesService } from '../../shared/files.service.js';
import { InstallationClockService } from '../../shared/installation-clock.service.js';
import { LOG } from '../../shared/log-token.js';
import { SettingsService } from '../../shared/settings.service.js';
import { MOST_BYTES, fileRefusal, full, scannerAway } from './file-refusals.js';

/** Turns an upload of which everything has come into a file: what it is, whether it is harmful, its content in the store, a row. */
@Injectable()
export class FinishingService {
  readonly uploads: ResumableUploads;
  private readonly scanner: VirusScanner | undefined;
  /** What is being finished, so that two requests wait for the same. */
  private readonly finishing = new Map<string, Promise<FileRow>>();

  constructor(
    private readonly database: DatabaseService,
    private readonly files: FilesService,
    private readonly installation: InstallationClockService,
    { config }: SettingsService,
    @Inject(LOG) private readonly log: Logger,
  ) {
    this.uploads = new ResumableUploads(path.resolve(config.STAFETT_HOME, 'uploads'), MOST_BYTES);
    this.scanner = config.STAFETT_CLAMAV === undefined ? undefined : new ClamAv(config.STAFETT_CLAMAV);
  }

  /**
   * May be asked again: after a stop in the middle it begins anew, below the same key.
   * @returns the row, also of one that is refused.
   * @throws HttpRefusal 503 `unavailable`, 507 `storage-full`: then nothing is stored, and the upload waits to be finished.
   */
  async finish(upload: UnfinishedUpload): Promise<FileRow> {
    const running = this.finishing.get(upload.id);
    if (running) return running;
    const finishing = this.finished(upload);
    this.finishing.set(upload.id, finishing);
    try {
      return await finishing;
    } finally {
      this.finishing.delete(upload.id);
    }
  }

  private async finished(upload: UnfinishedUpload): Promise<FileRow> {
    const { manager } = this.database;
    const earlier = await fileById(manager, upload.id);
    const row = earlier ?? (await addFile(manager, await this.stored(upload)));
    await this.uploads.remove(upload.id);
    return row;
  }

  private async stored(upload: UnfinishedUpload): Promise<NewFile> {
    const { id, size, metadata } = upload;
    const { collaboration = '', filename = '', by = '' } = metadata;
    const given = { id, caseId: collaboration, by, at: await this.installation.now() };
    try {
      const source = this.uploads.pathOf(id);
      const { type, pieces, encrypted } = await inspect(source, filename);
      const scan = await this.scanned(source);
      const content = await this.files.store.put(id, Readable.from(joined(source, pieces)));
      const name = safeName(filename, type);
      return { ...given, ...content, name, type, key: id, scan, encrypted, state: 'READY', code: null };
    } catch (error) {
      const code = refusalCodeOf(error);
      const name = displayedName(filename);
      const nothing = { size, sha256: '', type: '', key: '', scan: 'NOT_SCANNED', encrypted: false } as const;
      return { ...given, ...nothing, name, state: 'REFUSED', code };
    }
  }

  private async scanned(file: string): Promise<'CLEAN' | 'NOT_SCANNED'> {
    if (!this.scanner) return 'NOT_SCANNED';
    try {
      if (await this.scanner.isInfected(file)) throw new Infected();
      return 'CLEAN';
    } catch (error) {
      if (error instanceof ScannerUnavailable) this.log.error({ err: error }, 'no file can be scanned');
      throw error;
    }
  }
}

class Infected extends Error {
  override readonly name = 'Infected';
}

/** What is wrong with the file itself. @throws HttpRefusal when it may be stored later, and whatever is not known here */
function refusalCodeOf(error: unknown): string {
  if (error instanceof ContentRefused) return fileRefusal(`file-${error.reason}`).code;
  if (error instanceof Infected) return fileRefusal('file-infected').code;
  if (error instanceof ScannerUnavailable) throw refused(scannerAway());
  if (error instanceof FileStoreFull) throw refused(full());
  throw error;
}
