import { Injectable } from '@nestjs/common';
import type { UserId } from '#domain/model/case.js';
import { overloaded } from '#store/cases/lists/overloaded.js';
import { Database } from './database.js';
import { Settings } from './settings.js';

/** Wall milliseconds that a result is reused, because the query reads every open case. */
const MAX_AGE_MS = 10_000;

/** Finds people with more open cases than one person should have. */
@Injectable()
export class Workload {
  private held: { readonly wall: number; readonly found: Promise<ReadonlySet<UserId>> } | undefined;

  constructor(
    private readonly database: Database,
    private readonly settings: Settings,
  ) {}

  async overloaded(): Promise<ReadonlySet<UserId>> {
    const wall = Date.now();
    if (this.held && wall - this.held.wall < MAX_AGE_MS) return this.held.found;
    const found = overloaded(this.database.manager, this.settings.config.STAFETT_MOST_CASES);
    this.held = { wall, found };
    found.catch(() => (this.held = undefined));
    return found;
  }
}
