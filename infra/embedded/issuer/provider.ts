import Provider, { interactionPolicy } from 'oidc-provider';
import type { Configuration, KoaContextWithOIDC } from 'oidc-provider';
import { DEMO_ACR } from './acr.js';
import type { IssuerKeys } from './keys.js';
import { messagePage, pagePolicy, signOutPage } from './page.js';

export interface IssuerClient {
  readonly id: string;
  readonly secret: string;
}

export interface IssuerTerms {
  /** Its own address. */
  readonly issuer: string;
  /** Stafett's address, without a final slash. */
  readonly stafett: string;
  readonly installation: string;
  readonly clients: readonly IssuerClient[];
  readonly keys: IssuerKeys;
}

/** An OpenID provider that vouches for whoever was picked. Who is signed in lives in memory, its keys on disk. */
export function embeddedIssuer(terms: IssuerTerms): Provider {
  const { issuer, stafett, installation, clients, keys } = terms;
  const name = (part: string): string => `stafett-issuer-${installation}-${part}`;
  const configuration: Configuration = {
    clients: clients.map(({ id, secret }) => ({
      client_id: id,
      client_secret: secret,
      redirect_uris: [`${stafett}/api/v1/sign-in/callback`],
      post_logout_redirect_uris: [`${stafett}/`],
      response_types: ['code'],
      grant_types: ['authorization_code'],
    })),
    jwks: { keys: [...keys.jwks.keys] } as Configuration['jwks'],
    acrValues: [DEMO_ACR],
    responseTypes: ['code'],
    pkce: { required: () => true },
    // Cookies know no port: two installations on one host must not share them.
    cookies: {
      keys: [...keys.cookieKeys],
      names: { session: name('session'), interaction: name('interaction'), resume: name('resume') },
    },
    interactions: { url: (_ctx, { uid }) => `/sign-in/${uid}`, policy: alwaysPick() },
    findAccount: (_ctx, id) => ({ accountId: id, claims: () => ({ sub: id }) }),
    loadExistingGrant: grantAll,
    features: {
      devInteractions: { enabled: false },
      userinfo: { enabled: false },
      rpInitiatedLogout: {
        enabled: true,
        logoutSource: (ctx, form) => show(ctx, stafett, signOutPage(form)),
        postLogoutSuccessSource: (ctx) => show(ctx, stafett, messagePage('Logget ut', 'Du er logget ut.')),
      },
    },
    renderError: (ctx, { error }) =>
      show(ctx, stafett, messagePage('Innloggingen gikk ikke', `Begynn på nytt fra Stafett. (${error})`)),
    ttl: { Interaction: 600, Session: 3600, Grant: 3600, AccessToken: 300, IdToken: 3600 },
  };
  return new Provider(issuer, configuration);
}

/** Every sign-in asks who to be: in a demonstration one is now this person, now that. */
function alwaysPick(): interactionPolicy.DefaultPolicy {
  const { Check, base } = interactionPolicy;
  const policy = base();
  policy
    .get('login')
    ?.checks.add(new Check('pick', 'a user has to be picked', (ctx) => ctx.oidc.result?.login === undefined));
  return policy;
}

/** Stafett is the only client there is: nobody is asked whether it may know them. */
async function grantAll(ctx: KoaContextWithOIDC): Promise<InstanceType<Provider['Grant']>> {
  const { client, session, provider } = ctx.oidc;
  const held = session?.grantIdFor(client?.clientId ?? '');
  const known = held && (await provider.Grant.find(held));
  if (known && known.accountId === session?.accountId) return known;
  const grant = new provider.Grant({ clientId: client?.clientId, accountId: session?.accountId });
  grant.addOIDCScope('openid');
  await grant.save();
  return grant;
}

function show(ctx: KoaContextWithOIDC, stafett: string, html: string): void {
  ctx.set('Content-Security-Policy', pagePolicy(stafett));
  ctx.type = 'html';
  ctx.body = html;
}
