import { RateLimiterPostgres, RateLimiterRes } from 'rate-limiter-flexible';
import { HttpRefusal } from './problems/http-refusal.js';
import { keyedHash } from './session/token.js';

export interface RateLimitStatement {
  readonly text: string;
  readonly values?: readonly unknown[];
}

/** Where calls are counted: a table with the columns key, points and expire, in that order. */
export interface RateLimitStore {
  readonly table: string;
  /** Secret of the keyed hash under which a key is stored, so that no address can be read from the table. */
  readonly secret: string;
  /** Runs a statement on Postgres. */
  readonly query: (statement: RateLimitStatement) => Promise<{ readonly rows: readonly object[] }>;
}

/**
 * At most `limit` calls per key in a window of `seconds` wall time that begins with the first call. Counted in Postgres for
 * all processes together; a refused key is then refused without a query until its window ends.
 */
export class RateLimit {
  private readonly limiter: RateLimiterPostgres;

  constructor(
    private readonly name: string,
    private readonly limit: number,
    private readonly seconds: number,
    private readonly store: RateLimitStore,
  ) {
    this.limiter = new RateLimiterPostgres({
      storeClient: { query: store.query },
      storeType: 'client',
      tableName: store.table,
      tableCreated: true,
      keyPrefix: name,
      points: limit,
      duration: seconds,
      inMemoryBlockOnConsumed: limit + 1,
    });
  }

  /**
   * @throws HttpRefusal 429 `slow-down`, with the seconds to wait in `Retry-After`.
   * @throws what `query` throws.
   */
  async take(key: string): Promise<void> {
    try {
      await this.limiter.consume(keyedHash(this.store.secret, [this.name, key]));
    } catch (error) {
      throw error instanceof RateLimiterRes ? this.slowDown(error.msBeforeNext) : error;
    }
  }

  private slowDown(waitMs: number): HttpRefusal {
    const wait = Math.max(1, Math.ceil(waitMs / 1000));
    return new HttpRefusal({
      status: 429,
      code: 'slow-down',
      detail: {
        nb: `For mange forsøk: høyst ${this.limit} på ${this.seconds} sekunder. Prøv igjen om ${wait} sekunder.`,
        en: `Too many attempts: at most ${this.limit} in ${this.seconds} seconds. Try again in ${wait} seconds.`,
      },
      headers: { 'Retry-After': String(wait) },
    });
  }
}
