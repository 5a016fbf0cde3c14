import { describe, expect, it } from '@jest/globals';
import { Degraded, readiness } from './readiness.js';

describe('readiness', () => {
  it('is ready when every check is well, and shows their figures', async () => {
    const report = await readiness([
      { name: 'a', check: async () => ({ ageMs: 5 }) },
      { name: 'b', check: async () => {} },
    ]);
    expect(report).toEqual({ status: 'ready', checks: { a: { ageMs: 5, status: 'ok' }, b: { status: 'ok' } } });
  });

  it('is not ready when one check fails or gives no answer in time', async () => {
    const never = new Promise<void>(() => undefined);
    const report = await readiness(
      [
        { name: 'gone', check: async () => Promise.reject(new Error('nobody there\nat line 1')) },
        { name: 'slow', check: () => never },
      ],
      20,
    );
    expect(report.status).toBe('not-ready');
    expect(report.checks).toEqual({
      gone: { status: 'down', detail: 'nobody there' },
      slow: { status: 'down', detail: 'no answer in 20 ms' },
    });
  });

  it('is degraded, and still ready for traffic, when a check says so and none is down', async () => {
    const degraded = { name: 'some', check: async () => Promise.reject(new Degraded('one of them')) };
    const down = { name: 'gone', check: async () => Promise.reject(new Error('nobody there')) };
    expect(await readiness([degraded])).toEqual({
      status: 'degraded',
      checks: { some: { status: 'degraded', detail: 'one of them' } },
    });
    expect((await readiness([degraded, down])).status).toBe('not-ready');
  });
});
