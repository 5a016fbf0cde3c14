import { Inject, Injectable } from '@nestjs/common';
import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';
import type { Logger } from '#platform/logger.js';
import type { Problem } from '#platform/problems/http-refusal.js';
import { loggablePath } from '#platform/request-log.js';
import { LOG } from '../shared/log-token.js';
import type { RequestWithCaller } from '../shared/caller/caller.decorator.js';

/** Input that is refused, and floods. Refusals of rights are in the audit log instead. */
const LOGGED_STATUSES = new Set([400, 413, 415, 422, 429]);
const LINES_PER_MINUTE = 100;

/**
 * Logs what was refused, so that attempts to get round the checks are seen: which code, where and by whom; never what was
 * sent. The lines of a minute are limited, so that nobody fills the disk.
 */
@Injectable()
export class RefusalLogService {
  private readonly lines = new RateLimiterMemory({ points: LINES_PER_MINUTE, duration: 60 });

  constructor(@Inject(LOG) private readonly log: Logger) {}

  async record({ status, code }: Problem, { method, originalUrl, caller }: RequestWithCaller): Promise<void> {
    if (!LOGGED_STATUSES.has(status)) return;
    const line = await this.numberOfLine();
    if (line === LINES_PER_MINUTE + 1) this.log.warn('more is refused in this minute than is logged');
    if (line > LINES_PER_MINUTE) return;
    this.log.info({ status, code, method, path: loggablePath(originalUrl), user: caller?.user.id }, 'refused');
  }

  private async numberOfLine(): Promise<number> {
    try {
      return (await this.lines.consume('all')).consumedPoints;
    } catch (error) {
      if (error instanceof RateLimiterRes) return error.consumedPoints;
      throw error;
    }
  }
}
