import { connect } from 'node:net';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { pino } from 'pino';
import { enquiryBody, startTestApi } from '#support/test-api.js';
import type { Agent, TestApi } from '#support/test-api.js';

/** Requests that no client of ours sends: written byte by byte, or meant for another server than this. */

let api: TestApi;
let admin: Agent;
const logLines: string[] = [];
beforeAll(async () => {
  const log = pino({ level: 'debug' }, { write: (line: string) => void logLines.push(line) });
  api = await startTestApi({ temporal: 'down', log });
  admin = await api.signInAs('admin');
}, 60_000);
afterAll(() => api.close());

/** Everything that the server answers to these lines before it closes the connection. */
function answerTo(...lines: readonly string[]): Promise<string> {
  const { hostname, port } = new URL(api.url);
  return new Promise((resolve, reject) => {
    let text = '';
    const socket = connect({ host: hostname, port: Number(port) }, () => socket.write(lines.join('\r\n')));
    socket.on('data', (part) => (text += part.toString()));
    socket.on('close', () => resolve(text)).on('error', reject);
  });
}

const statusesIn = (text: string): readonly string[] =>
  [...text.matchAll(/^HTTP\/1\.1 (\d{3})/gm)].map(([, status = '']) => status);

describe('two requests in the bytes of one', () => {
  const smuggled = ['0', '', 'GET /api/v1/clock HTTP/1.1', 'Host: localhost', 'Connection: close', '', ''];
  it.each<[string, readonly string[]]>([
    ['two ways to tell its length', ['Content-Length: 4', 'Transfer-Encoding: chunked']],
    ['two different lengths', ['Content-Length: 4', 'Content-Length: 60']],
    ['a length that is no number', ['Content-Length: +4']],
    ['an unknown transfer coding', ['Transfer-Encoding: xchunked']],
    ['a space before the colon', ['Transfer-Encoding : chunked']],
    ['a folded line', ['X-Folded: a', ' Transfer-Encoding: chunked', 'Content-Length : 4']],
  ])('are not read out of %s', async (_what, headers) => {
    const request = [
      'POST /api/v1/enquiries HTTP/1.1',
      'Host: localhost',
      'Content-Type: application/json',
      ...headers,
      '',
    ];
    expect(statusesIn(await answerTo(...request, ...smuggled))).toEqual(['400']);
  });
});

describe('what is not served', () => {
  it('is a method that repeats the request to whoever asks', async () => {
    const text = await answerTo(
      'TRACE / HTTP/1.1',
      'Host: localhost',
      'X-Secret: hemmelig',
      'Connection: close',
      '',
      '',
    );
    expect(statusesIn(text)).toEqual(['404']);
    expect(text).not.toContain('hemmelig');
  });

  it.each([
    '/.git/config',
    '/.git/',
    '/.env',
    '/package.json',
    '/dist/',
    '/api/',
    '/api/v1/',
    '/api/v1/../../package.json',
    '/%2e%2e/package.json',
    '/api/v1/docs',
    '/metrics',
  ])('is a file, a folder or a page for developers: %s', async (path) => {
    const text = await answerTo(`GET ${path} HTTP/1.1`, 'Host: localhost', 'Connection: close', '', '');
    expect(statusesIn(text)).toEqual(['404']);
  });
});

describe('a body', () => {
  it.each(['__proto__', 'constructor', 'prototype'])('with the field %s changes no object but itself', async (name) => {
    const text = JSON.stringify(enquiryBody).replace('{', `{"${name}":{"staff":true},`);
    const { status } = await admin.post('/api/v1/enquiries').type('application/json').send(text);
    expect([201, 400]).toContain(status);
    expect(Object.keys(Object.prototype)).toEqual([]);
    expect(Reflect.get({}, 'staff')).toBeUndefined();
  });

  it.each<[string, object]>([
    ['who it is from', { owner: 'admin' }],
    ['what the server decides', { id: 'x', number: '2027/1', state: 'COMPLETED' }],
  ])('cannot set %s', async (_what, fields) => {
    const { body } = await admin.post('/api/v1/enquiries').send({ ...enquiryBody, ...fields });
    expect({ status: body.status, pointers: body.errors.map(({ pointer }: { pointer: string }) => pointer) }).toEqual({
      status: 400,
      pointers: Object.keys(fields).map((name) => `/${name}`),
    });
  });
});

describe('a compressed body', () => {
  it('is no larger unpacked than one that is sent plainly may be', async () => {
    const bytes = gzipSync(JSON.stringify('x'.repeat(50_000_000)));
    expect(bytes.length).toBeLessThan(100_000);
    const headers = { 'Content-Type': 'application/json', 'Content-Encoding': 'gzip' };
    const response = await fetch(`${api.url}/api/v1/enquiries`, { method: 'POST', headers, body: bytes });
    expect(response.status).toBe(413);
  });
});

describe('a parameter', () => {
  it.each(['limit=1&limit=2', 'q=a&q=b', 'limit[]=1', 'q[$ne]=1'])(
    'given twice or as an object is refused: %s',
    async (q) => {
      const { body } = await admin.get(`/api/v1/collaborations?${q}`).expect(400);
      expect(body.code).toBe('malformed');
    },
  );
});

describe('the log', () => {
  it('has one line of JSON for each request, whatever the address holds', async () => {
    logLines.length = 0;
    await admin.get('/api/v1/%0A%7B%22level%22:%22fatal%22%7D%1B[2J').expect(404);
    expect(logLines.join('')).toContain('%0A%7B');
    for (const line of logLines) expect(line.trimEnd()).not.toMatch(/\p{Cc}/u);
    for (const line of logLines) expect(() => JSON.parse(line)).not.toThrow();
  });
});
