import { derivedToken } from '#platform/session/token.js';
import type { ServiceConfig } from '#platform/config.js';
import { DEMO_ACR } from './acr.js';

const STAFF = 'stafett';
const CONTACTS = 'stafett-kontakt';

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

/** What api and issuer are told, so that they know each other. The issuer has the host name that people use. */
export function embeddedSettings(port: number, stafettUrl: string, secret: string): IssuerSettings {
  const issuer = `http://${new URL(stafettUrl).hostname}:${port}`;
  return {
    STAFETT_OIDC_PORT: port,
    OIDC_ISSUER: issuer,
    OIDC_CLIENT_ID: STAFF,
    OIDC_CLIENT_SECRET: derivedToken(secret, `issuer:${STAFF}`),
    OIDC_ACR: DEMO_ACR,
    OIDC_CONTACT_ISSUER: issuer,
    OIDC_CONTACT_CLIENT_ID: CONTACTS,
    OIDC_CONTACT_CLIENT_SECRET: derivedToken(secret, `issuer:${CONTACTS}`),
    OIDC_CONTACT_ACR: DEMO_ACR,
  };
}
