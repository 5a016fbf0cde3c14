import { Injectable } from '@nestjs/common';
import { RateLimit } from '#platform/rate-limit.js';

/** High enough for a whole municipality behind one IP address; it only stops a flood. */
const SIGN_INS_PER_MINUTE = 600;

/**
 * Rate limits for signing in, counted in this process. Nobody can lock others out: for an identity or a token only failures
 * count, a valid sign-in always passes, and an identity counts only together with an IP address.
 */
@Injectable()
export class SignInLimitsService {
  /** Sign-ins begun, by IP address. */
  readonly signInsBegun = new RateLimit(SIGN_INS_PER_MINUTE, 60);
  /** Callbacks from issuers, by IP address. */
  readonly callbacks = new RateLimit(SIGN_INS_PER_MINUTE, 60);
  /** Sign-ins of the demonstration, by IP address. */
  readonly demoSignIns = new RateLimit(2 * SIGN_INS_PER_MINUTE, 60);
  /** Links requested, by IP address. */
  readonly linksRequested = new RateLimit(10, 60);
  /** Links used, by IP address, so that nobody fills the audit log with guesses. */
  readonly linksUsed = new RateLimit(30, 60);
  /** Invalid API tokens, by IP address. */
  readonly invalidTokens = new RateLimit(30, 60);
  /** Refused sign-ins, by IP address and identity. */
  readonly refusedSignIns = new RateLimit(10, 900);
}
