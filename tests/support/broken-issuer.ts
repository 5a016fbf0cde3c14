import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { exportJWK, generateKeyPair, SignJWT } from 'jose';
import type { CryptoKey, JWTPayload } from 'jose';

/** The claims and the key with which an honest issuer would have made its id_token. */
export interface HonestToken {
  readonly claims: JWTPayload;
  readonly key: CryptoKey;
}

/** An OpenID issuer that can be made to give one wrong answer at a time. */
export interface BrokenIssuer {
  readonly url: string;
  /** Sets how id_tokens are made from now on, honestly by default. A maker that returns undefined leaves the id_token out. */
  setTokenMaker(makeToken?: (honest: HonestToken) => Promise<string | undefined>): void;
  /** Sets the `iss` parameter of the following authorization responses. */
  setIssuerParameter(name: string): void;
  /** Sets the HTTP status of the token endpoint. */
  setTokenStatus(status: number): void;
  close(): Promise<void>;
}

export const signToken = (claims: JWTPayload, key: CryptoKey | Uint8Array, alg = 'RS256'): Promise<string> =>
  new SignJWT(claims).setProtectedHeader({ alg }).sign(key);

export const unsignedToken = (claims: JWTPayload): string =>
  `${[{ alg: 'none' }, claims].map((part) => Buffer.from(JSON.stringify(part)).toString('base64url')).join('.')}.`;

/** @param subject  the `sub` of every id_token. */
export async function startBrokenIssuer(subject: string): Promise<BrokenIssuer> {
  const { privateKey, publicKey } = await generateKeyPair('RS256');
  const jwk = { ...(await exportJWK(publicKey)), use: 'sig', alg: 'RS256' };
  const signHonestly = ({ claims, key }: HonestToken): Promise<string | undefined> => signToken(claims, key);
  let [makeToken, status, name, nonce] = [signHonestly, 200, '', ''];
  let url = '';
  const token = (): Promise<string | undefined> => {
    const now = Math.floor(Date.now() / 1000);
    const claims = { iss: url, aud: 'stafett', sub: subject, iat: now, exp: now + 300, nonce };
    return makeToken({ claims, key: privateKey });
  };
  const routes: Readonly<Record<string, (query: URLSearchParams) => Promise<object> | object>> = {
    '/.well-known/openid-configuration': () => ({
      issuer: url,
      authorization_endpoint: `${url}/auth`,
      token_endpoint: `${url}/token`,
      jwks_uri: `${url}/jwks`,
      // HS256 and `none` are offered although no client should accept them.
      id_token_signing_alg_values_supported: ['RS256', 'HS256', 'none'],
      authorization_response_iss_parameter_supported: true,
    }),
    '/jwks': () => ({ keys: [jwk] }),
    '/token': async () => ({ access_token: 'x', token_type: 'Bearer', expires_in: 60, id_token: await token() }),
  };
  const server = createServer((request, response) => {
    const { pathname, searchParams } = new URL(request.url ?? '/', url);
    if (pathname === '/auth') {
      nonce = searchParams.get('nonce') ?? '';
      const back = new URL(searchParams.get('redirect_uri') ?? '');
      back.search = new URLSearchParams({ code: 'x', state: searchParams.get('state') ?? '', iss: name }).toString();
      return void response.writeHead(302, { location: back.href }).end();
    }
    const answer = async (): Promise<void> => {
      const body = await routes[pathname]?.(searchParams);
      const code = pathname === '/token' ? status : 200;
      response.writeHead(body ? code : 404, { 'content-type': 'application/json' }).end(JSON.stringify(body ?? {}));
    };
    answer().catch(() => response.writeHead(500).end());
  });
  await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve));
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  name = url;
  return {
    url,
    setTokenMaker: (next = signHonestly) => (makeToken = next),
    setIssuerParameter: (next) => (name = next),
    setTokenStatus: (next) => (status = next),
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
