import type { Server } from 'node:http';
import path from 'node:path';
import type { Config } from '#platform/config.js';
import { openKeys } from './keys.js';
import { createIssuer } from './provider.js';
import { serveIssuer } from './serve.js';
import { demoUserGroups } from './users.js';

/** @returns the server, once it listens. */
export async function startIssuerServer(config: Config): Promise<Server> {
  const { STAFETT_HOME, STAFETT_HOST, STAFETT_OIDC_PORT, STAFETT_INSTALLATION_ID = '', STAFETT_URL = '' } = config;
  const stafett = STAFETT_URL.replace(/\/+$/, '');
  const provider = createIssuer({
    issuer: config.OIDC_ISSUER ?? '',
    stafettUrl: stafett,
    installationId: STAFETT_INSTALLATION_ID,
    clients: [
      { id: config.OIDC_CLIENT_ID ?? '', secret: config.OIDC_CLIENT_SECRET ?? '' },
      { id: config.OIDC_CONTACT_CLIENT_ID ?? '', secret: config.OIDC_CONTACT_CLIENT_SECRET ?? '' },
    ],
    keys: await openKeys(path.join(STAFETT_HOME, 'issuer')),
  });
  const groupsOf = (client: string) => demoUserGroups(client === config.OIDC_CLIENT_ID ? 'staff' : 'contacts');
  const server = serveIssuer(provider, { stafettUrl: stafett, groupsOf });
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(STAFETT_OIDC_PORT, STAFETT_HOST, () => resolve(server));
  });
}
