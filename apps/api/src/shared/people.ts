import { Injectable } from '@nestjs/common';
import type { OnApplicationBootstrap } from '@nestjs/common';
import type { Directory } from '#domain/policy/directory.js';
import { DirectoryCache } from '#store/people/directory.js';
import { Database } from './database.js';
import { Installation } from './installation.js';
import { CaseVersions } from './versions.js';

/** The people and units of today, in domain time. */
@Injectable()
export class People implements OnApplicationBootstrap {
  private cache: DirectoryCache | undefined;

  constructor(
    private readonly database: Database,
    private readonly installation: Installation,
    private readonly versions: CaseVersions,
  ) {}

  onApplicationBootstrap(): void {
    this.versions.onPeople(() => this.cache?.drop());
  }

  async directory(): Promise<Directory> {
    this.cache ??= new DirectoryCache(this.database.manager);
    return this.cache.on(await this.installation.today());
  }

  /** Drops the cached directory after a change here, and tells the other processes to do the same. */
  async changed(): Promise<void> {
    this.cache?.drop();
    await this.versions.announcePeople();
  }
}
