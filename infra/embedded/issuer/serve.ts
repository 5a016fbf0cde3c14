import { createServer } from 'node:http';
import type { Server } from 'node:http';
import type Provider from 'oidc-provider';
import { pick } from './pick.js';
import type { Picking } from './pick.js';

/** HTTP server of the issuer: our page where a user is chosen, and the endpoints of the protocol. */
export function serveIssuer(provider: Provider, options: Omit<Picking, 'provider'>): Server {
  const protocol = provider.callback();
  return createServer((request, response) => {
    if (!request.url?.startsWith('/sign-in/')) return void protocol(request, response);
    pick({ provider, ...options }, request, response).catch((error: unknown) => {
      console.error(error);
      if (!response.headersSent) response.writeHead(500);
      response.end();
    });
  });
}
