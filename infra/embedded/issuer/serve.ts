import { createServer } from 'node:http';
import type { Server } from 'node:http';
import type Provider from 'oidc-provider';
import { pick } from './pick.js';
import type { Picking } from './pick.js';

/** Answers for the issuer: the page that is ours, and all that is the protocol's. */
export function serveIssuer(provider: Provider, terms: Omit<Picking, 'provider'>): Server {
  const protocol = provider.callback();
  return createServer((request, response) => {
    if (!request.url?.startsWith('/sign-in/')) return void protocol(request, response);
    pick({ provider, ...terms }, request, response).catch((error: unknown) => {
      console.error(error);
      if (!response.headersSent) response.writeHead(500);
      response.end();
    });
  });
}
