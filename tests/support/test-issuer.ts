import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { exportJWK, generateKeyPair } from 'jose';
import type { JWK } from 'jose';
import Provider, { interactionPolicy } from 'oidc-provider';
import type { AdapterFactory, ClientMetadata, KoaContextWithOIDC } from 'oidc-provider';
import { issuerMemory } from './issuer-storage.js';

/** The settings in which the real issuers differ. */
export interface TestIssuerOptions {
  readonly client: Partial<ClientMetadata>;
  /** Stafett's own base address, for the redirect URIs. */
  readonly stafett: string;
  readonly acrValues?: readonly string[];
  /** Claims by scope. */
  readonly claims?: Readonly<Record<string, readonly string[]>>;
  /** False: authorization responses carry no `iss` parameter (RFC 9207). */
  readonly sendsIssuerParameter?: boolean;
  /** False: no end_session endpoint. */
  readonly hasSignOut?: boolean;
}

/** The user whom the issuer signs in next, without showing a page. */
export interface IssuerUser {
  readonly id: string;
  readonly acr?: string;
  readonly claims?: Readonly<Record<string, unknown>>;
  /** True: the user cancels the sign-in. */
  readonly cancels?: boolean;
}

/** A real OpenID provider in this process, on its own port. */
export interface TestIssuer {
  readonly url: string;
  /** Query of the last authorization request. */
  lastAuthorizationRequest(): URLSearchParams;
  signInNext(person: IssuerUser): void;
  /** Replaces the signing key; the old one is no longer published. */
  rotateKey(): Promise<void>;
  close(): Promise<void>;
}

export async function startTestIssuer(shape: TestIssuerOptions): Promise<TestIssuer> {
  let person: IssuerUser = { id: 'nobody' };
  let lastRequest = new URLSearchParams();
  let provider: Provider;
  let protocol: ReturnType<Provider['callback']>;
  const server = createServer((request, response) => {
    const { url = '' } = request;
    if (url.startsWith('/auth?')) lastRequest = new URLSearchParams(url.slice(url.indexOf('?')));
    if (!url.startsWith('/pick/')) return void protocol(request, response);
    const { id, acr, cancels } = person;
    const result = cancels
      ? { error: 'access_denied' }
      : { login: { accountId: id, remember: false, ...(acr !== undefined && { acr }) } };
    provider.interactionFinished(request, response, result).catch(() => response.writeHead(400).end());
  });
  await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const adapter = issuerMemory(clientOf(shape));
  const createProvider = async (): Promise<void> => {
    provider = providerOf(url, shape, await newKey(), adapter, () => person);
    protocol = provider.callback();
  };
  await createProvider();
  return {
    url,
    lastAuthorizationRequest: () => lastRequest,
    signInNext: (next) => (person = next),
    rotateKey: createProvider,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

const clientOf = ({ client, stafett }: TestIssuerOptions): ClientMetadata => ({
  client_id: 'stafett',
  ...(client.token_endpoint_auth_method !== 'private_key_jwt' && { client_secret: 'hemmelig-nok' }),
  redirect_uris: [`${stafett}/api/v1/sign-in/callback`],
  post_logout_redirect_uris: [`${stafett}/`],
  response_types: ['code'],
  ...client,
});

function providerOf(
  url: string,
  shape: TestIssuerOptions,
  key: JWK,
  adapter: AdapterFactory,
  person: () => IssuerUser,
): Provider {
  const { acrValues = [], claims = {}, sendsIssuerParameter = true, hasSignOut = true } = shape;
  const provider = new Provider(url, {
    adapter,
    jwks: { keys: [key] },
    cookies: { keys: ['test'] },
    acrValues: [...acrValues],
    claims: { openid: ['sub', ...(claims['openid'] ?? [])], ...without(claims, 'openid') },
    scopes: ['openid', ...Object.keys(claims)],
    conformIdTokenClaims: false,
    pkce: { required: () => true },
    interactions: { url: (_ctx, { uid }) => `/pick/${uid}`, policy: promptEachTime() },
    findAccount: (_ctx, id) => ({ accountId: id, claims: () => ({ sub: id, ...person().claims }) }),
    loadExistingGrant: (ctx) => grantAll(ctx),
    features: { devInteractions: { enabled: false }, rpInitiatedLogout: { enabled: hasSignOut } },
  });
  if (!sendsIssuerParameter) provider.use(removeIssuerParameter);
  return provider;
}

async function grantAll(ctx: KoaContextWithOIDC): Promise<InstanceType<Provider['Grant']>> {
  const { client, session, provider, requestParamScopes } = ctx.oidc;
  const grantId = session?.grantIdFor(client?.clientId ?? '');
  const grantBefore = grantId && (await provider.Grant.find(grantId));
  if (grantBefore && grantBefore.accountId === session?.accountId) return grantBefore;
  const grant = new provider.Grant({ clientId: client?.clientId, accountId: session?.accountId });
  grant.addOIDCScope([...requestParamScopes].join(' '));
  await grant.save();
  return grant;
}

function promptEachTime(): interactionPolicy.DefaultPolicy {
  const { Check, base } = interactionPolicy;
  const policy = base();
  const needsLogin = new Check('each-time', 'a person has to sign in', (ctx) => ctx.oidc.result?.login === undefined);
  policy.get('login')?.checks.add(needsLogin);
  return policy;
}

const ISSUER_PARAMETER_SUPPORTED = 'authorization_response_iss_parameter_supported';

async function removeIssuerParameter(ctx: KoaContextWithOIDC, next: () => Promise<unknown>): Promise<void> {
  await next();
  const location = ctx.response.get('location');
  if (location) {
    const to = new URL(location, 'http://relative.invalid');
    to.searchParams.delete('iss');
    if (to.hostname !== 'relative.invalid') ctx.set('location', to.href);
  }
  if (ctx.body && typeof ctx.body === 'object' && ISSUER_PARAMETER_SUPPORTED in ctx.body)
    delete ctx.body[ISSUER_PARAMETER_SUPPORTED];
}

async function newKey(): Promise<JWK> {
  const { privateKey } = await generateKeyPair('RS256', { extractable: true });
  return { ...(await exportJWK(privateKey)), use: 'sig', alg: 'RS256' };
}

const without = (record: Readonly<Record<string, unknown>>, name: string): Record<string, unknown> =>
  Object.fromEntries(Object.entries(record).filter(([key]) => key !== name));
