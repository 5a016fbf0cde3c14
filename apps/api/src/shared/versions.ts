import { Injectable } from '@nestjs/common';
import type { OnApplicationBootstrap, OnApplicationShutdown } from '@nestjs/common';
import { Versions } from '#store/cases/notices/versions.js';
import { Database } from './database.js';
import { Settings } from './settings.js';

/** The one LISTEN connection of this process, shared by commands that wait for the read model and by event streams. */
@Injectable()
export class CaseVersions extends Versions implements OnApplicationBootstrap, OnApplicationShutdown {
  constructor({ config }: Settings, database: Database) {
    super(config.DATABASE_LISTEN_URL ?? config.DATABASE_URL, () => database.manager);
  }

  onApplicationBootstrap(): void {
    void this.open();
  }

  async onApplicationShutdown(): Promise<void> {
    await this.close();
  }
}
