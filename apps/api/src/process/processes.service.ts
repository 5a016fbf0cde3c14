import { Injectable } from '@nestjs/common';
import type { Case } from '#domain/model/case.js';
import type { ProcessDocument } from '#domain/process/process-document.js';
import { newestProcessVersion, processVersion, processVersions } from '#store/process/process-versions.js';
import { DatabaseService } from '../shared/database.service.js';

/** Id of the only process an installation has today. */
export const PROCESS_ID = 'collaboration';

/** Reads the released process documents. */
@Injectable()
export class ProcessesService {
  constructor(private readonly database: DatabaseService) {}

  /** The version that a case is pinned to. */
  async documentFor({ process }: Pick<Case, 'process'>): Promise<ProcessDocument> {
    return (await processVersion(this.database.manager, process.id, process.version)).document;
  }

  async newest(): Promise<ProcessDocument> {
    return (await newestProcessVersion(this.database.manager, PROCESS_ID)).document;
  }

  async all(): Promise<readonly ProcessDocument[]> {
    return (await processVersions(this.database.manager, PROCESS_ID)).map(({ document }) => document);
  }
}
