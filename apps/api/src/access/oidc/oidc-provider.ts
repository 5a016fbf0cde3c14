import type { ServiceConfig } from '#platform/config.js';
import type { IssuerKey } from '#store/access/identities.js';

/** Settings of a sign-in provider. */
export interface OidcProvider {
  readonly key: IssuerKey;
  readonly issuer: URL;
  readonly clientId: string;
  readonly clientSecret: string | undefined;
  /** Path of a file with the private key. */
  readonly clientKeyPath: string | undefined;
  readonly clientAuth: ServiceConfig['OIDC_CLIENT_AUTH'];
  readonly scope: string;
  /** Name of the claim that identifies a person. */
  readonly subjectClaim: string;
  /** Levels of assurance that are requested and accepted; empty accepts any. */
  readonly acr: readonly string[];
}

/** The provider for staff or for entrepreneurs' contacts; undefined when it is not configured. */
export function oidcProviderOf(config: ServiceConfig, key: IssuerKey): OidcProvider | undefined {
  const prefix = key === 'staff' ? 'OIDC' : 'OIDC_CONTACT';
  const issuer = config[`${prefix}_ISSUER`];
  const clientId = config[`${prefix}_CLIENT_ID`];
  if (!issuer || !clientId) return undefined;
  return {
    key,
    issuer: new URL(issuer),
    clientId,
    clientSecret: config[`${prefix}_CLIENT_SECRET`],
    clientKeyPath: config[`${prefix}_CLIENT_KEY`],
    clientAuth: config[`${prefix}_CLIENT_AUTH`],
    scope: config[`${prefix}_SCOPE`],
    subjectClaim: config[`${prefix}_SUBJECT_CLAIM`],
    acr: config[`${prefix}_ACR`].split(/\s+/).filter((value) => value !== ''),
  };
}
