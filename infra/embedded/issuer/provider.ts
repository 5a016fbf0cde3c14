import Provider, { interactionPolicy } from 'oidc-provider';
import type { Configuration, KoaContextWithOIDC } from 'oidc-provider';
import { DEMO_ACR } from './acr.js';
import type { IssuerKeys } from './keys.js';
import { messagePage, contentSecurityPolicy, signOutPage } from './page.js';

export interface IssuerClient {
  readonly id: string;
  readonly secret: string;
}

export interface IssuerOptions {
  /** The issuer's own address. */
  readonly issuer: string;
  /** Stafett's address, without a final slash. */
  readonly stafettUrl: string;
  readonly installationId: string;
  readonly clients: readonly IssuerClient[];
  readonly keys: IssuerKeys;
}

/** An OpenID provider that signs in the chosen user without a password. Sessions are in memory, keys on disk. */
export function createIssuer(options: IssuerOptions): Provider {
  const { issuer, stafettUrl, installationId, clients, keys } = options;
  const cookieName = (part: string): string => `stafett-issuer-${installationId}-${part}`;
  const configuration: Configuration = {
    clients: clients.map(({ id, secret }) => ({
      client_id: id,
      client_secret: secret,
      redirect_uris: [`${stafettUrl}/api/v1/sign-in/callback`],
      post_logout_redirect_uris: [`${stafettUrl}/`],
      response_types: ['code'],
      grant_types: ['authorization_code'],
    })),
    jwks: { keys: [...keys.jwks.keys] },
    acrValues: [DEMO_ACR],
    responseTypes: ['code'],
    pkce: { required: () => true },
    // Browsers share cookies between ports: two installations on one host need different names.
    cookies: {
      keys: [...keys.cookieKeys],
      names: { session: cookieName('session'), interaction: cookieName('interaction'), resume: cookieName('resume') },
    },
    interactions: { url: (_ctx, { uid }) => `/sign-in/${uid}`, policy: alwaysChooseUser() },
    findAccount: (_ctx, id) => ({ accountId: id, claims: () => ({ sub: id }) }),
    loadExistingGrant: grantAll,
    features: {
      devInteractions: { enabled: false },
      userinfo: { enabled: false },
      rpInitiatedLogout: {
        enabled: true,
        logoutSource: (ctx, form) => sendPage(ctx, stafettUrl, signOutPage(form)),
        postLogoutSuccessSource: (ctx) => sendPage(ctx, stafettUrl, messagePage('Logget ut', 'Du er logget ut.')),
      },
    },
    renderError: (ctx, { error }) =>
      sendPage(ctx, stafettUrl, messagePage('Innloggingen gikk ikke', `Begynn på nytt fra Stafett. (${error})`)),
    ttl: { Interaction: 600, Session: 3600, Grant: 3600, AccessToken: 300, IdToken: 3600 },
  };
  return new Provider(issuer, configuration);
}

/** Asks for the user at every sign-in: in a demo one often changes between users. */
function alwaysChooseUser(): interactionPolicy.DefaultPolicy {
  const { Check, base } = interactionPolicy;
  const policy = base();
  policy
    .get('login')
    ?.checks.add(new Check('pick', 'a user has to be picked', (ctx) => ctx.oidc.result?.login === undefined));
  return policy;
}

/** Grants without a consent page: Stafett is the only client. */
async function grantAll(ctx: KoaContextWithOIDC): Promise<InstanceType<Provider['Grant']>> {
  const { client, session, provider } = ctx.oidc;
  const grantId = session?.grantIdFor(client?.clientId ?? '');
  const existing = grantId && (await provider.Grant.find(grantId));
  if (existing && existing.accountId === session?.accountId) return existing;
  const grant = new provider.Grant({ clientId: client?.clientId, accountId: session?.accountId });
  grant.addOIDCScope('openid');
  await grant.save();
  return grant;
}

function sendPage(ctx: KoaContextWithOIDC, stafett: string, html: string): void {
  ctx.set('Content-Security-Policy', contentSecurityPolicy(stafett));
  ctx.type = 'html';
  ctx.body = html;
}
