import { Injectable } from '@nestjs/common';
import { RateLimit } from '#platform/rate-limit.js';
import type { RateLimitStore } from '#platform/rate-limit.js';
import { RateLimitTable } from '#store/access/rate-limit-table.js';
import { tableName } from '#store/schema.js';
import { DatabaseService } from './database.service.js';
import { SettingsService } from './settings.service.js';

/** High enough for a whole municipality behind one IP address; it only stops a flood. */
const SIGN_INS_PER_MINUTE = 600;

/**
 * Rate limits for what is open to everybody, counted for all api processes together. Nobody can lock others out: for an
 * identity or a token only failures count, a valid sign-in always passes, and an identity counts only together with an IP
 * address.
 */
@Injectable()
export class RateLimitsService {
  /** Enquiries by the public form, by IP address. */
  readonly enquiries: RateLimit;
  /** Sign-ins begun, by IP address. */
  readonly signInsBegun: RateLimit;
  /** Callbacks from issuers, by IP address. */
  readonly callbacks: RateLimit;
  /** Sign-ins of the demonstration, by IP address. */
  readonly demoSignIns: RateLimit;
  /** Links requested, by IP address. */
  readonly linksRequested: RateLimit;
  /** Links used, by IP address, so that nobody fills the audit log with guesses. */
  readonly linksUsed: RateLimit;
  /** Invalid API tokens, by IP address. */
  readonly invalidTokens: RateLimit;
  /** Refused sign-ins, by IP address and identity. */
  readonly refusedSignIns: RateLimit;

  constructor(database: DatabaseService, settings: SettingsService) {
    const store: RateLimitStore = {
      table: tableName({ entity: RateLimitTable }),
      secret: settings.secret,
      query: (statement) => database.query(statement),
    };
    this.enquiries = new RateLimit('enquiries', 30, 60, store);
    this.signInsBegun = new RateLimit('sign-ins-begun', SIGN_INS_PER_MINUTE, 60, store);
    this.callbacks = new RateLimit('callbacks', SIGN_INS_PER_MINUTE, 60, store);
    this.demoSignIns = new RateLimit('demo-sign-ins', 2 * SIGN_INS_PER_MINUTE, 60, store);
    this.linksRequested = new RateLimit('links-requested', 10, 60, store);
    this.linksUsed = new RateLimit('links-used', 30, 60, store);
    this.invalidTokens = new RateLimit('invalid-tokens', 30, 60, store);
    this.refusedSignIns = new RateLimit('refused-sign-ins', 10, 900, store);
  }
}
