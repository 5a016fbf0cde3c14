import { Injectable } from '@nestjs/common';
import { RateLimit } from '#platform/rate-limit.js';

/** The public form: at most 30 a minute from one address, counted in this process. */
@Injectable()
export class FormLimit extends RateLimit {
  constructor() {
    super(30, 60);
  }
}
