import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { pino } from 'pino';
import { forgetRateLimits } from '#support/forget-rate-limits.js';
import { startTestApi } from '#support/test-api.js';
import type { TestApi } from '#support/test-api.js';

let api: TestApi;
const lines: Readonly<Record<string, unknown>>[] = [];
beforeAll(async () => {
  const write = (line: string) => void lines.push(JSON.parse(line) as Record<string, unknown>);
  api = await startTestApi({ temporal: 'down', log: pino({ level: 'info' }, { write }) });
}, 60_000);
afterAll(() => api.close());

const refusedLines = () => lines.filter(({ msg }) => msg === 'refused');

describe('the log of the api', () => {
  it('has a line for input that is refused, before sign-in and after, without what was sent', async () => {
    const admin = await api.signInAs('admin');
    await admin.post('/api/v1/people').send({ name: 'Hemmelig Navn', staff: 'x' }).expect(400);
    await api.anonymous.post('/api/v1/enquiries').type('text').send('hemmelig').expect(415);
    await api.anonymous.post('/api/v1/sign-in-links/hemmelig').type('application/json').send('{').expect(400);
    await admin.get('/api/v1/collaborations?hemmelig=1').expect(400);
    expect(refusedLines()).toEqual([
      expect.objectContaining({
        status: 400,
        code: 'malformed',
        method: 'POST',
        path: '/api/v1/people',
        user: 'admin',
      }),
      expect.objectContaining({ status: 415, code: 'unsupported-media-type', path: '/api/v1/enquiries' }),
      expect.objectContaining({ status: 400, path: '/api/v1/sign-in-links/***' }),
      expect.objectContaining({ status: 400, method: 'GET', path: '/api/v1/collaborations', user: 'admin' }),
    ]);
    expect(JSON.stringify(lines).toLowerCase()).not.toContain('hemmelig');
  });

  it('has at most a hundred of them a minute, and says when there were more', async () => {
    await forgetRateLimits(api);
    for (let n = 0; n < 110; n += 1) await api.anonymous.get('/api/v1/me').set('Authorization', 'Bearer x');
    const floods = refusedLines().filter(({ status }) => status === 429);
    expect(floods.length).toBeGreaterThan(50);
    for (let n = 0; n < 40; n += 1) await api.anonymous.get('/api/v1/clock?x=1').expect(400);
    expect(refusedLines()).toHaveLength(100);
    expect(lines.filter(({ msg }) => msg === 'more is refused in this minute than is logged')).toHaveLength(1);
  });
});
