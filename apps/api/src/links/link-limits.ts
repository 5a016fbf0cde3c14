import { Injectable } from '@nestjs/common';
import { RateLimit } from '#platform/rate-limit.js';

/** Asking for links: at most 10 a minute from one address, counted in this process. */
@Injectable()
export class LinkAskLimit extends RateLimit {
  constructor() {
    super(10, 60);
  }
}

/** Using links, so that nobody fills the audit log with guesses: at most 30 a minute from one address. */
@Injectable()
export class LinkUseLimit extends RateLimit {
  constructor() {
    super(30, 60);
  }
}
