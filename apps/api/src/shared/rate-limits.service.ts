import { Injectable } from '@nestjs/common';
import { RateLimit } from '#platform/rate-limit.js';
import type { RateLimitStore } from '#platform/rate-limit.js';
import { RATE_LIMITS, queryRateLimits } from '#store/access/rate-limits.js';
import { DatabaseService } from './database.service.js';
import { SettingsService } from './settings.service.js';

/** A browser opens one and reconnects; a program that opens and closes them all the time is wrong. */
const STREAMS_PER_MINUTE = 60;

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
  /** Links requested, by IP address and e-mail address: of one's own nobody else uses up. */
  readonly linksRequested: RateLimit;
  /** Links requested for anybody, by IP address. */
  readonly allLinksRequested: RateLimit;
  /** Links that do not work, by IP address, so that nobody fills the audit log with guesses. One that works always passes. */
  readonly invalidLinks: RateLimit;
  /** Periods counted, by IP address. */
  readonly calendar: RateLimit;
  /** Event streams opened, by session or token. */
  readonly streamsOpened: RateLimit;
  /** Invalid API tokens, by IP address. */
  readonly invalidTokens: RateLimit;
  /** Refused sign-ins, by IP address and identity. */
  readonly refusedSignIns: RateLimit;

  constructor(database: DatabaseService, settings: SettingsService) {
    const store: RateLimitStore = {
      table: RATE_LIMITS,
      secret: settings.secret,
      query: async (statement) => queryRateLimits(database.manager, statement),
    };
    this.enquiries = new RateLimit('enquiries', 30, 60, store);
    this.signInsBegun = new RateLimit('sign-ins-begun', SIGN_INS_PER_MINUTE, 60, store);
    this.callbacks = new RateLimit('callbacks', SIGN_INS_PER_MINUTE, 60, store);
    this.demoSignIns = new RateLimit('demo-sign-ins', 2 * SIGN_INS_PER_MINUTE, 60, store);
    this.linksRequested = new RateLimit('links-requested', 10, 60, store);
    this.allLinksRequested = new RateLimit('all-links-requested', SIGN_INS_PER_MINUTE, 60, store);
    this.invalidLinks = new RateLimit('invalid-links', 30, 60, store);
    this.calendar = new RateLimit('calendar', SIGN_INS_PER_MINUTE, 60, store);
    this.streamsOpened = new RateLimit('streams-opened', STREAMS_PER_MINUTE, 60, store);
    this.invalidTokens = new RateLimit('invalid-tokens', 30, 60, store);
    this.refusedSignIns = new RateLimit('refused-sign-ins', 10, 900, store);
  }
}
