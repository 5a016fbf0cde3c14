import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, it } from '@jest/globals';
import { fetchHealth } from './health.js';

describe("the api's health", () => {
  let server: Server | undefined;

  afterEach(() => void server?.close());

  async function answering(status: number, checks: object): Promise<string> {
    server = createServer((_, response) => response.writeHead(status).end(JSON.stringify({ checks })));
    await new Promise<void>((resolve) => server?.listen(0, '127.0.0.1', resolve));
    return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  }

  it('is ready when it says so', async () => {
    expect(await fetchHealth(await answering(200, {}))).toBe('ready');
  });

  it('waits for the origin of time when all but the clock is well', async () => {
    const checks = { database: { status: 'ok' }, clock: { status: 'down', detail: 'no origin yet' } };
    expect(await fetchHealth(await answering(503, checks))).toBe('waitsForOrigin');
  });

  it('names what is down, the clock among it', async () => {
    const checks = { database: { status: 'down', detail: 'refused' }, clock: { status: 'down', detail: 'no origin' } };
    await expect(fetchHealth(await answering(503, checks))).rejects.toThrow('database: refused; clock: no origin');
  });
});
