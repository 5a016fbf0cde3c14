import { readFile } from 'node:fs/promises';
import { importJWK, importPKCS8 } from 'jose';
import type { JWK } from 'jose';
import { ClientSecretBasic, ClientSecretPost, PrivateKeyJwt } from 'openid-client';
import type { ClientAuth, CryptoKey } from 'openid-client';
import type { OidcProvider } from './oidc-provider.js';

/** How this client authenticates itself at a provider. */
export async function clientAuthOf({ clientAuth, clientSecret, clientKeyPath }: OidcProvider): Promise<ClientAuth> {
  switch (clientAuth) {
    case 'client_secret_basic':
      return ClientSecretBasic(clientSecret);
    case 'client_secret_post':
      return ClientSecretPost(clientSecret);
    case 'private_key_jwt':
      if (clientKeyPath === undefined) throw new Error('private_key_jwt needs a key: the settings were not checked');
      return PrivateKeyJwt(await importPrivateKey(await readFile(clientKeyPath, 'utf8')));
  }
}

/** A JWK names its algorithm and key id; a PEM is read as an RSA key, which the national issuers require. */
async function importPrivateKey(text: string): Promise<{ key: CryptoKey; kid?: string }> {
  if (!text.trimStart().startsWith('{')) return { key: await importPKCS8(text, 'RS256') };
  const jwk = JSON.parse(text) as JWK;
  const key = await importJWK(jwk, jwk.alg ?? 'RS256');
  if (key instanceof Uint8Array) throw new Error('the client key is a shared secret, not a private key');
  return { key, ...(jwk.kid !== undefined && { kid: jwk.kid }) };
}
