import { Injectable } from '@nestjs/common';
import type { Case } from '#domain/model/case.js';
import type { ProcessDocument } from '#domain/process/core.js';
import { newestProcessVersion, processVersion, processVersions } from '#store/process/process-versions.js';
import { Database } from '../shared/database.js';

/** Id of the only process an installation has today. */
export const PROCESS = 'collaboration';

/** Reads the released process documents. */
@Injectable()
export class Processes {
  constructor(private readonly database: Database) {}

  /** The version that a case is pinned to. */
  async of({ process }: Pick<Case, 'process'>): Promise<ProcessDocument> {
    return (await processVersion(this.database.manager, process.id, process.version)).document;
  }

  async newest(): Promise<ProcessDocument> {
    return (await newestProcessVersion(this.database.manager, PROCESS)).document;
  }

  async all(): Promise<readonly ProcessDocument[]> {
    return (await processVersions(this.database.manager, PROCESS)).map(({ document }) => document);
  }
}
