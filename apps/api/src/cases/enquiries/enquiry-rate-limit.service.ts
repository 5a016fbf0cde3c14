import { Injectable } from '@nestjs/common';
import { RateLimit } from '#platform/rate-limit.js';

/** At most 30 enquiries a minute from one address by the public form, counted in this process only. */
@Injectable()
export class EnquiryRateLimitService extends RateLimit {
  constructor() {
    super(30, 60);
  }
}
