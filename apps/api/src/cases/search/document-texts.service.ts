import { buffer } from 'node:stream/consumers';
import { Inject, Injectable } from '@nestjs/common';
import type { BeforeApplicationShutdown, OnApplicationBootstrap } from '@nestjs/common';
import { ContentMissing } from '#platform/files/file-store.js';
import type { Logger } from '#platform/logger.js';
import { readText, TextUnreadable } from '#platform/text/read-text.js';
import { documentIn } from '#store/cases/documents/documents.js';
import { fileById } from '#store/cases/documents/files.js';
import { claimPendingText, putContent } from '#store/cases/search/pending-texts.js';
import { DatabaseService } from '../../shared/database.service.js';
import { FilesService } from '../../shared/files.service.js';
import { LOG } from '../../shared/log-token.js';

const EVERY_MS = 2_000;

/** Reads what documents say, one after the other, so that the search finds it some seconds after they came. */
@Injectable()
export class DocumentTextsService implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private timer: NodeJS.Timeout | undefined;
  private reading: Promise<void> = Promise.resolve();
  private isOver = false;

  constructor(
    private readonly database: DatabaseService,
    private readonly files: FilesService,
    @Inject(LOG) private readonly log: Logger,
  ) {}

  onApplicationBootstrap(): void {
    this.wait();
  }

  async beforeApplicationShutdown(): Promise<void> {
    this.isOver = true;
    clearTimeout(this.timer);
    await this.reading;
  }

  /** Reads one document that waits. @returns false when none does. */
  async readNext(): Promise<boolean> {
    const { manager } = this.database;
    const claimed = await claimPendingText(manager);
    if (!claimed) return false;
    const text = await this.textOf(claimed.pending);
    await putContent(manager, claimed, async (within) => {
      const document = await documentIn(within, claimed.caseId, claimed.sourceId);
      return [document?.title, text].filter((it) => it).join('\n');
    });
    return true;
  }

  private wait(): void {
    this.timer = setTimeout(() => {
      this.reading = this.readAll().finally(() => {
        if (!this.isOver) this.wait();
      });
    }, EVERY_MS).unref();
  }

  private async readAll(): Promise<void> {
    try {
      while (!this.isOver && (await this.readNext()));
    } catch (error) {
      // The database or the file store is away: the document is taken again later.
      this.log.warn({ err: error }, 'a document could not be read for the search');
    }
  }

  /** Nothing for a file that cannot be read: the document is found by its title. */
  private async textOf(fileId: string): Promise<string> {
    const file = await fileById(this.database.manager, fileId);
    if (!file) return '';
    try {
      return await readText({ content: await buffer(await this.files.store.open(file.key)), type: file.type });
    } catch (error) {
      if (!(error instanceof TextUnreadable || error instanceof ContentMissing)) throw error;
      this.log.info({ file: fileId, why: error.name }, 'the text of a file is not searched');
      return '';
    }
  }
}
