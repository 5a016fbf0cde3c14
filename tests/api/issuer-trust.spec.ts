import { createServer } from 'node:http';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startTestApi } from '#support/test-api.js';
import type { TestApi } from '#support/test-api.js';

/** Servers that stand where an issuer should: one with another's name, and one that sends us elsewhere. */

const servers: Server[] = [];
const asked: string[] = [];

/** @param answer  the metadata of the issuer at `url`, or the address to which the request for them is redirected. */
async function serveMetadata(answer: (url: string) => { readonly issuer: string } | { readonly at: string }) {
  let url = '';
  const server = createServer((request, response) => {
    asked.push(`${url}${request.url}`);
    const made = answer(url);
    if ('at' in made) response.writeHead(302, { Location: made.at }).end();
    else
      response.writeHead(200, { 'Content-Type': 'application/json' }).end(
        JSON.stringify({
          ...made,
          authorization_endpoint: `${url}/auth`,
          token_endpoint: `${url}/token`,
          jwks_uri: `${url}/jwks`,
        }),
      );
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  servers.push(server);
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return url;
}

let api: TestApi;
let honest: string;
beforeAll(async () => {
  honest = await serveMetadata((url) => ({ issuer: url }));
  const impostor = await serveMetadata(() => ({ issuer: honest }));
  const redirecting = await serveMetadata(() => ({ at: `${honest}/.well-known/openid-configuration` }));
  api = await startTestApi({
    temporal: 'down',
    settings: {
      OIDC_ISSUER: impostor,
      OIDC_CLIENT_ID: 'stafett',
      OIDC_CLIENT_SECRET: 'hemmelig-nok',
      OIDC_CONTACT_ISSUER: redirecting,
      OIDC_CONTACT_CLIENT_ID: 'stafett',
      OIDC_CONTACT_CLIENT_SECRET: 'hemmelig-nok',
    },
  });
}, 60_000);
afterAll(async () => {
  await api.close();
  for (const server of servers) server.close();
});

const countAttempts = async (): Promise<number> =>
  Number((await api.dataSource.query('SELECT count(*) AS n FROM sign_in_attempt'))[0].n);

describe('nobody is sent to sign in', () => {
  it.each([
    ['at a server whose metadata bear the name of another', 'staff'],
    ['at a server that redirects to another', 'contact'],
  ])('%s', async (_what, as) => {
    asked.length = 0;
    const { body } = await api.anonymous.get(`/api/v1/sign-in?as=${as}`).expect(503);
    expect(body.code).toBe('unavailable');
    expect(await countAttempts()).toBe(0);
    expect(asked).toEqual([expect.not.stringContaining(honest)]);
  });
});

describe('whoever another site sends to sign in', () => {
  it.each(['cross-site', 'same-site'])('is asked first, and nothing has begun (%s)', async (site) => {
    asked.length = 0;
    const address = '/api/v1/sign-in?as=staff&returnTo=/%22%3E%3Cscript%3E';
    const { text, headers } = await api.anonymous.get(address).set('Sec-Fetch-Site', site).expect(200);
    expect(headers['content-security-policy']).toContain("default-src 'none'");
    expect(headers['set-cookie']).toBeUndefined();
    expect(text).toContain('<a href="/api/v1/sign-in?as=staff&amp;returnTo=/%22%3E%3Cscript%3E">Logg inn</a>');
    expect({ asked, attempts: await countAttempts() }).toEqual({ asked: [], attempts: 0 });
  });
});
