import { Inject, Injectable } from '@nestjs/common';
import type { BeforeApplicationShutdown, OnApplicationBootstrap } from '@nestjs/common';
import type { Logger } from '#platform/logger.js';
import { keysWithoutFile, sweepUnattachedFiles } from '#store/cases/documents/sweep-files.js';
import { DatabaseService } from '../../shared/database.service.js';
import { FilesService } from '../../shared/files.service.js';
import { LOG } from '../../shared/log-token.js';
import { FinishingService } from './finishing.service.js';
import { SILENCE_MS } from './upload-view.js';

const INTERVAL_MS = 3_600_000;
const KEYS_AT_ONCE = 500;

/** How many of each were removed. */
export interface SweptFiles {
  readonly uploads: number;
  readonly files: number;
  readonly contents: number;
}

/**
 * Removes, once per hour of wall time, what nobody has gone on with for 24 hours: unfinished uploads, files that are part of no
 * document, and contents that no file has, as a stop between two steps leaves them. Several processes may do so at once.
 */
@Injectable()
export class FileSweepService implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private timer: NodeJS.Timeout | undefined;

  constructor(
    private readonly database: DatabaseService,
    private readonly files: FilesService,
    private readonly finishing: FinishingService,
    @Inject(LOG) private readonly log: Logger,
  ) {}

  onApplicationBootstrap(): void {
    this.timer = setInterval(() => {
      this.sweep().then(
        (swept) => this.log.info(swept, 'old uploads and files without a document were swept'),
        (error: unknown) => this.log.warn({ err: error }, 'the sweep did not work; the next one tries again'),
      );
    }, INTERVAL_MS).unref();
  }

  beforeApplicationShutdown(): void {
    clearInterval(this.timer);
  }

  async sweep(): Promise<SweptFiles> {
    const { manager } = this.database;
    const { store } = this.files;
    const before = new Date(Date.now() - SILENCE_MS);
    const uploads = await this.finishing.uploads.removeSilent(before);
    const swept = await sweepUnattachedFiles(manager);
    for (const key of swept) if (key !== '') await store.remove(key);
    let contents = await store.removeUnfinished(before);
    for await (const keys of inGroups(this.oldKeys(before))) {
      const without = await keysWithoutFile(manager, keys);
      for (const key of without) await store.remove(key);
      contents += without.length;
    }
    return { uploads: uploads.length, files: swept.length, contents };
  }

  /** A younger content may belong to a file whose row is being written. */
  private async *oldKeys(before: Date): AsyncGenerator<string> {
    for await (const { key, at } of this.files.store.keys()) if (at < before) yield key;
  }
}

async function* inGroups(keys: AsyncIterable<string>): AsyncGenerator<readonly string[]> {
  let group: string[] = [];
  for await (const key of keys) {
    group.push(key);
    if (group.length < KEYS_AT_ONCE) continue;
    yield group;
    group = [];
  }
  if (group.length > 0) yield group;
}
