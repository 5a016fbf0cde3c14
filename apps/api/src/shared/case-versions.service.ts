import { Injectable } from '@nestjs/common';
import type { OnApplicationBootstrap, OnApplicationShutdown } from '@nestjs/common';
import { ChangeFeed } from '#store/cases/notices/change-feed.js';
import { DatabaseService } from './database.service.js';
import { SettingsService } from './settings.service.js';

/** The one LISTEN connection of this process, shared by commands that wait for the view and by event streams. */
@Injectable()
export class CaseVersionsService extends ChangeFeed implements OnApplicationBootstrap, OnApplicationShutdown {
  constructor({ config }: SettingsService, database: DatabaseService) {
    super(config.DATABASE_LISTEN_URL ?? config.DATABASE_URL, () => database.manager);
  }

  onApplicationBootstrap(): void {
    void this.open();
  }

  async onApplicationShutdown(): Promise<void> {
    await this.close();
  }
}
