import { Injectable } from '@nestjs/common';
import type { OnApplicationShutdown } from '@nestjs/common';
import type { Pool, QueryConfig, QueryResult } from 'pg';
import type { DataSource, EntityManager } from 'typeorm';
import type { Logger } from '#platform/logger.js';
import { unavailable } from '#platform/problems/http-refusal.js';

const RETRY_MS = 1_000;

/** The connection to Postgres. Connects in the background; until then every use of it is refused with `unavailable`. */
@Injectable()
export class DatabaseService implements OnApplicationShutdown {
  private stopped = false;
  private waiting = false;
  private timer: NodeJS.Timeout | undefined;

  constructor(
    private readonly source: DataSource,
    private readonly log: Logger,
  ) {}

  /** Connects, or retries in the background until it succeeds. */
  async connect(): Promise<void> {
    if (this.stopped || this.source.isInitialized) return;
    try {
      await this.source.initialize();
    } catch (error) {
      const code = error instanceof Error && 'code' in error ? error.code : undefined;
      this.log[this.waiting ? 'debug' : 'warn']({ code }, 'no database yet; trying again');
      this.waiting = true;
      this.timer = setTimeout(() => void this.connect(), RETRY_MS);
    }
  }

  get dataSource(): DataSource {
    if (!this.source.isInitialized) throw unavailable('Databasen svarer ikke ennå. Prøv igjen om litt.');
    return this.source;
  }

  get manager(): EntityManager {
    return this.dataSource.manager;
  }

  /** Runs one statement on TypeORM's connections, for a library that speaks to Postgres itself. */
  async query(statement: QueryConfig): Promise<QueryResult> {
    const { master } = this.dataSource.driver as unknown as { readonly master: Pool };
    return master.query(statement);
  }

  async onApplicationShutdown(): Promise<void> {
    this.stopped = true;
    clearTimeout(this.timer);
    if (this.source.isInitialized) await this.source.destroy();
  }
}
