import { Injectable } from '@nestjs/common';
import type { OnApplicationShutdown } from '@nestjs/common';
import type { DataSource, EntityManager } from 'typeorm';
import type { Logger } from '#platform/logger.js';
import { unavailable } from '#platform/problems/http-refusal.js';

const RETRY_MS = 1_000;

/** The connection to Postgres. Until `connect` has succeeded, each use of it throws the refusal `unavailable` (503). */
@Injectable()
export class DatabaseService implements OnApplicationShutdown {
  private stopped = false;
  private hasWarned = false;
  private timer: NodeJS.Timeout | undefined;

  constructor(
    private readonly source: DataSource,
    private readonly log: Logger,
  ) {}

  /** Tries once. When that fails it returns all the same, and tries again in the background until it succeeds. */
  async connect(): Promise<void> {
    if (this.stopped || this.source.isInitialized) return;
    try {
      await this.source.initialize();
    } catch (error) {
      const code = error instanceof Error && 'code' in error ? error.code : undefined;
      this.log[this.hasWarned ? 'debug' : 'warn']({ code }, 'no database yet; trying again');
      this.hasWarned = true;
      this.timer = setTimeout(() => void this.connect(), RETRY_MS);
    }
  }

  get dataSource(): DataSource {
    if (!this.source.isInitialized)
      throw unavailable({
        nb: 'Databasen svarer ikke ennå. Prøv igjen om litt.',
        en: 'The database does not answer yet. Try again in a moment.',
      });
    return this.source;
  }

  get manager(): EntityManager {
    return this.dataSource.manager;
  }

  async onApplicationShutdown(): Promise<void> {
    this.stopped = true;
    clearTimeout(this.timer);
    if (this.source.isInitialized) await this.source.destroy();
  }
}
