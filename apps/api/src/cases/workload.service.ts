import { Injectable } from '@nestjs/common';
import type { UserId } from '#domain/model/case.js';
import { overloadedOwners } from '#store/cases/lists/overloaded-owners.js';
import { DatabaseService } from '../shared/database.service.js';
import { SettingsService } from '../shared/settings.service.js';

/** Wall milliseconds that a result is reused, because the query reads every open case. */
const MAX_AGE_MS = 10_000;

/** Finds people with more open cases than one person should have. */
@Injectable()
export class WorkloadService {
  private cached: { readonly wall: number; readonly found: Promise<ReadonlySet<UserId>> } | undefined;

  constructor(
    private readonly database: DatabaseService,
    private readonly settings: SettingsService,
  ) {}

  async overloaded(): Promise<ReadonlySet<UserId>> {
    const wall = Date.now();
    if (this.cached && wall - this.cached.wall < MAX_AGE_MS) return this.cached.found;
    const found = overloadedOwners(this.database.manager, this.settings.config.STAFETT_MOST_CASES);
    this.cached = { wall, found };
    found.catch(() => (this.cached = undefined));
    return found;
  }
}
