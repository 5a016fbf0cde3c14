import { Injectable } from '@nestjs/common';
import { RateLimit } from '#platform/rate-limit.js';

/** A municipality may be behind one address, so these only stop a flood. */
const A_MINUTE = 600;

/**
 * What may be tried how often, counted in this process. Nobody can lock others out: of what depends on an identity or a
 * token only failures count, what is right always passes, and an identity counts only together with an address.
 */
@Injectable()
export class SignInLimits {
  /** Sign-ins begun, by address. */
  readonly starts = new RateLimit(A_MINUTE, 60);
  /** Answers of issuers, by address. */
  readonly callbacks = new RateLimit(A_MINUTE, 60);
  /** Sign-ins of the demonstration, by address. */
  readonly demo = new RateLimit(2 * A_MINUTE, 60);
  /** Links asked for, by address. */
  readonly linksAsked = new RateLimit(10, 60);
  /** Links used, by address, so that nobody fills the audit log with guesses. */
  readonly linksUsed = new RateLimit(30, 60);
  /** Tokens that are no good, by address. */
  readonly badTokens = new RateLimit(30, 60);
  /** Sign-ins that were refused, by address and identity. */
  readonly refusals = new RateLimit(10, 900);
}
