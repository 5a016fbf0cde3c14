import { createServer } from 'node:http';
import type { Server } from 'node:http';
import type Provider from 'oidc-provider';
import { isForThisMachine } from '#platform/loopback.js';
import { serveUserChoice } from './choose-user.js';
import type { ChooseUserOptions } from './choose-user.js';

/** HTTP server of the issuer: our page where a user is chosen, and the endpoints of the protocol. */
export function serveIssuer(provider: Provider, options: Omit<ChooseUserOptions, 'provider'>): Server {
  const protocol = provider.callback();
  return createServer((request, response) => {
    if (!isForThisMachine(request.headers.host, options.stafettUrl)) return void response.writeHead(421).end();
    if (!request.url?.startsWith('/sign-in/')) return void protocol(request, response);
    serveUserChoice({ provider, ...options }, request, response).catch((error: unknown) => {
      console.error(error);
      if (!response.headersSent) response.writeHead(500);
      response.end();
    });
  });
}
