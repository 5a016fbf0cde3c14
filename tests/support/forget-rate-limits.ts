import { RateLimitsService } from '#api/shared/rate-limits.service.js';
import type { TestApi } from './test-api.js';

/** The limits count by IP address, which all tests share. */
export async function forgetRateLimits({ app, dataSource }: TestApi): Promise<void> {
  await dataSource.query('DELETE FROM rate_limit');
  for (const limit of Object.values(app.get(RateLimitsService)))
    Reflect.get(limit, 'limiter').deleteInMemoryBlockedAll();
}
