import { Injectable } from '@nestjs/common';
import { findView } from '../collaborations/store.js';
import type { StoredCase } from '../collaborations/store.js';
import { Database } from '../parts/database.js';
import { Notices } from './notices.js';

/** Wall milliseconds until a look again: a lost notice costs time only. */
const LOOK_AGAIN = 100;

/** Waits, in one place, for Postgres to catch up with the engine. */
@Injectable()
export class Views {
  constructor(
    private readonly database: Database,
    private readonly notices: Notices,
  ) {}

  /** The case at that version or later; null when it is not there within `millis` of wall time. */
  async atLeast(id: string, version: number, millis: number): Promise<StoredCase | null> {
    const until = Date.now() + millis;
    for (;;) {
      const stored = await findView(this.database.manager, id);
      if (stored && stored.state.version >= version) return stored;
      const left = until - Date.now();
      if (left <= 0) return null;
      await this.noticeOf(id, version, Math.min(LOOK_AGAIN, left));
    }
  }

  private noticeOf(id: string, version: number, millis: number): Promise<void> {
    return new Promise((resolve) => {
      const stop = this.notices.onNotice((notice) => notice.id === id && notice.version >= version && done());
      const timer = setTimeout(() => done(), millis);
      const done = (): void => {
        clearTimeout(timer);
        stop();
        resolve();
      };
    });
  }
}
