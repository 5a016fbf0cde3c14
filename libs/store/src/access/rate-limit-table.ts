import { EntitySchema } from 'typeorm';

/** Calls counted against a rate limit. The columns and their order are those of rate-limiter-flexible, which writes the rows. */
export interface RateLimitRow {
  /** Name of the limit and keyed hash of who is counted: an IP address, with an identity in some. */
  key: string;
  points: number;
  /** End of the window, in milliseconds of wall time since 1970. An hour after it the row is deleted. */
  expire: string | null;
}

export const RateLimitTable = new EntitySchema<RateLimitRow>({
  name: 'RateLimit',
  tableName: 'rate_limit',
  columns: {
    key: { type: 'text', primary: true },
    points: { type: 'integer' },
    expire: { type: 'bigint', nullable: true },
  },
});
