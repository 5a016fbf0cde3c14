import { Injectable } from '@nestjs/common';
import type { OnApplicationBootstrap } from '@nestjs/common';
import type { Directory } from '#domain/policy/directory.js';
import { DirectoryCache } from '#store/people/directory.js';
import { DatabaseService } from './database.service.js';
import { InstallationClockService } from './installation-clock.service.js';
import { CaseVersionsService } from './case-versions.service.js';

/** The people and units of today, in domain time. */
@Injectable()
export class DirectoryService implements OnApplicationBootstrap {
  private cache: DirectoryCache | undefined;

  constructor(
    private readonly database: DatabaseService,
    private readonly installation: InstallationClockService,
    private readonly versions: CaseVersionsService,
  ) {}

  onApplicationBootstrap(): void {
    this.versions.onPeopleChanged(() => this.cache?.invalidate());
  }

  async directory(): Promise<Directory> {
    this.cache ??= new DirectoryCache(this.database.manager);
    return this.cache.get(await this.installation.today());
  }

  /** Drops the cached directory after a change here, and tells the other processes to do the same. */
  async announceChange(): Promise<void> {
    this.cache?.invalidate();
    await this.versions.announcePeopleChanged();
  }
}
