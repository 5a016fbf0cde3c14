import { derivedToken } from '#platform/session/token.js';
import type { ServiceConfig } from '#platform/config.js';
import { DEMO_ACR } from './acr.js';

const STAFF_CLIENT = 'stafett';
const CONTACT_CLIENT = 'stafett-kontakt';

type IssuerSettings = Pick<
  ServiceConfig,
  | 'STAFETT_OIDC_PORT'
  | 'OIDC_ISSUER'
  | 'OIDC_CLIENT_ID'
  | 'OIDC_CLIENT_SECRET'
  | 'OIDC_ACR'
  | 'OIDC_CONTACT_ISSUER'
  | 'OIDC_CONTACT_CLIENT_ID'
  | 'OIDC_CONTACT_CLIENT_SECRET'
  | 'OIDC_CONTACT_ACR'
>;

/** Settings that api and issuer share. The issuer has the host name of STAFETT_URL, which people use. */
export function embeddedIssuerSettings(port: number, stafettUrl: string, secret: string): IssuerSettings {
  const issuer = `http://${new URL(stafettUrl).hostname}:${port}`;
  return {
    STAFETT_OIDC_PORT: port,
    OIDC_ISSUER: issuer,
    OIDC_CLIENT_ID: STAFF_CLIENT,
    OIDC_CLIENT_SECRET: derivedToken(secret, `issuer:${STAFF_CLIENT}`),
    OIDC_ACR: DEMO_ACR,
    OIDC_CONTACT_ISSUER: issuer,
    OIDC_CONTACT_CLIENT_ID: CONTACT_CLIENT,
    OIDC_CONTACT_CLIENT_SECRET: derivedToken(secret, `issuer:${CONTACT_CLIENT}`),
    OIDC_CONTACT_ACR: DEMO_ACR,
  };
}
