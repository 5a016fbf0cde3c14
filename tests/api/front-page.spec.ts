import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startTestApi } from '#support/test-api.js';
import type { TestApi } from '#support/test-api.js';

let api: TestApi;
beforeAll(async () => {
  api = await startTestApi({ temporal: 'down' });
}, 60_000);
afterAll(() => api.close());

describe('the front page', () => {
  it('tells whoever is not signed in how to, and runs nothing', async () => {
    const { text, headers } = await api.anonymous.get('/').expect(200);
    expect(headers['content-type']).toBe('text/html; charset=utf-8');
    expect(headers['content-security-policy']).toContain("default-src 'none'");
    expect(text).toContain('Du er ikke logget inn');
    expect(text).not.toMatch(/<script|style=/);
  });

  it('names who is signed in, as text', async () => {
    await api.dataSource.query(`UPDATE person SET name = 'Åse <b>&' WHERE id = 'redaktor'`);
    const { text } = await (await api.signInAs('redaktor')).get('/').expect(200);
    expect(text).toContain('Du er logget inn som Åse &lt;b&gt;&amp;.');
  });

  it('is one address: others are still nothing', async () => {
    await api.anonymous.get('/index.html').expect(404);
    await api.anonymous.post('/').send({}).expect(404);
  });
});
