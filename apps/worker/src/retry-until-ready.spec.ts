import { describe, expect, it, jest } from '@jest/globals';
import { createLogger } from '#platform/logger.js';
import { retryUntilReady } from './retry-until-ready.js';

const log = createLogger('worker', 'silent');

describe('what the worker waits for at its start', () => {
  it('is tried again until it is there', async () => {
    const attempt = jest.fn<() => Promise<string>>().mockRejectedValueOnce(new Error('not yet'));
    attempt.mockResolvedValue('there');
    expect(await retryUntilReady('the database', log, new AbortController().signal, attempt)).toBe('there');
    expect(attempt).toHaveBeenCalledTimes(2);
  });

  it('is given up at once when the worker is to stop', async () => {
    const stop = new AbortController();
    const attempt = async (): Promise<never> => {
      setImmediate(() => stop.abort());
      throw new Error('not yet');
    };
    expect(await retryUntilReady('the database', log, stop.signal, attempt)).toBeUndefined();
    expect(await retryUntilReady('the database', log, stop.signal, attempt)).toBeUndefined();
  });
});
