import { readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startTestApi } from '#support/test-api.js';
import type { TestApi } from '#support/test-api.js';

/** The pages of the web, which `npm test` has built. */
const WEB = path.resolve(import.meta.dirname, '../../dist/web');
const assets = readdirSync(path.join(WEB, 'assets'));
const script = assets.find((name) => /^staff-.*\.js$/.test(name)) ?? '';

let api: TestApi;
beforeAll(async () => {
  api = await startTestApi({ temporal: 'down' });
}, 60_000);
afterAll(() => api.close());

describe('the front page', () => {
  it('shows whoever is not signed in a page whose script is a file of ours, and runs nothing that stands in it', async () => {
    const { text, headers } = await api.anonymous.get('/').expect(200);
    expect(headers['content-type']).toBe('text/html; charset=utf-8');
    expect(headers['content-security-policy']).toContain("default-src 'none'");
    expect(headers['content-security-policy']).toMatch(/script-src 'self'(;|$)/);
    expect(text).toMatch(/<script type="module" crossorigin src="\/assets\/portal-[\w-]+\.js"><\/script>/);
    expect(text).not.toMatch(/<script(?![^>]* src=)|<style| style=| on\w+=|https?:/);
  });

  it.each([
    ['redaktor', '/min-dag'],
    ['entreprenor.01', '/p'],
  ])('leads %s, who is signed in, to %s', async (user, address) => {
    const { headers } = await (await api.signInAs(user)).get('/').expect(303);
    expect(headers['location']).toBe(address);
  });

  it('is one address: others are still nothing', async () => {
    for (const address of [
      '/index.html',
      '/portal.html',
      '/assets/',
      '/assets/..%2f.stamp',
      '/.stamp',
      '/assets/none.js',
    ])
      await api.anonymous.get(address).expect(404);
    await api.anonymous.post('/').send({}).expect(404);
    await api.anonymous.post('/min-dag').send({}).expect(404);
  });
});

describe('an address at which there is nothing', () => {
  it('is said in plain words with a way back to whoever opens it in a browser, and is a problem for programs', async () => {
    const open = (language: string) =>
      api.anonymous.get('/finnesikke').set('Accept', 'text/html,*/*;q=0.8').set('Accept-Language', language);
    const { text, headers } = await open('nb').expect(404);
    expect(headers['content-type']).toBe('text/html; charset=utf-8');
    expect(headers['content-security-policy']).toContain("default-src 'none'");
    expect(text).toContain('<h1>Denne siden finnes ikke</h1>');
    expect(text).toContain('<a href="/">Til forsiden</a>');
    expect((await open('en').expect(404)).text).toContain('<h1>There is no such page</h1>');
    for (const accept of ['application/json', '*/*']) {
      const { body } = await api.anonymous.get('/finnesikke').set('Accept', accept).expect(404);
      expect(body).toMatchObject({ code: 'not-found', status: 404 });
    }
    expect((await api.anonymous.get('/api/v1/finnesikke').set('Accept', 'text/html')).body).toMatchObject({
      status: 404,
    });
  });
});

describe('a page', () => {
  it.each([
    '/min-dag',
    '/saker',
    '/saker/2026-0003/tidslinje',
    '/overleveringer?vis=fra-meg',
    '/p',
    '/p/2026-0003',
    '/p/profil',
    '/personvern',
    '/ny',
  ])('is at %s, and is asked for anew each time', async (address) => {
    const { text, headers } = await api.anonymous.get(address).expect(200);
    expect(headers['cache-control']).toBe('no-store');
    expect(text).toBe(
      readFileSync(path.join(WEB, /^\/(p|ny|personvern)(\/|$)/.test(address) ? 'portal.html' : 'index.html'), 'utf8'),
    );
  });

  it('has no code that makes HTML of a text: what it writes is text', () => {
    const sources = readdirSync(path.resolve(WEB, '../../apps/web/src'), { recursive: true, encoding: 'utf8' });
    const code = sources.filter((file) => /\.tsx?$/.test(file) && !file.endsWith('.d.ts'));
    expect(code.length).toBeGreaterThan(10);
    const raw = /dangerouslySetInnerHTML|innerHTML|insertAdjacentHTML|document\.write|\beval\(/;
    const read = (file: string) => readFileSync(path.resolve(WEB, '../../apps/web/src', file), 'utf8');
    expect(code.filter((file) => raw.test(read(file)))).toEqual([]);
  });
});

describe('a file of the build', () => {
  it.each([
    ['br', 'br'],
    ['gzip', 'gzip'],
    ['identity', undefined],
  ])('is kept by the browser for good, and comes as %s when that is what it takes', async (accepted, encoding) => {
    const { headers } = await api.anonymous.get(`/assets/${script}`).set('Accept-Encoding', accepted).expect(200);
    expect(headers).toMatchObject({
      'cache-control': 'public, max-age=31536000, immutable',
      'content-type': 'text/javascript; charset=utf-8',
      vary: 'Accept-Encoding',
    });
    expect(headers['content-encoding']).toBe(encoding);
  });
});
