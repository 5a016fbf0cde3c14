import { SignJWT, errors, jwtVerify } from 'jose';
import { z } from 'zod';
import { derivedKey } from './derived-key.js';

const ALGORITHM = 'HS256';
const PURPOSE = 'api-token';

/** Signs and verifies API tokens. The token of one installation is not valid at another. */
export interface ApiTokenSettings {
  readonly secret: string;
  readonly installation: string;
}

export interface ApiTokenClaims {
  /** The `jti` claim: id of the registered token. */
  readonly id: string;
  readonly scopes: readonly string[];
}

const claimsSchema = z.object({ jti: z.uuid(), scope: z.string(), exp: z.number() });

export async function signApiToken(
  { secret, installation }: ApiTokenSettings,
  { id, scopes, expiresAt }: ApiTokenClaims & { readonly expiresAt: Date },
): Promise<string> {
  return new SignJWT({ scope: scopes.join(' ') })
    .setProtectedHeader({ alg: ALGORITHM, typ: 'JWT' })
    .setIssuer(nameOf(installation))
    .setAudience(nameOf(installation))
    .setJti(id)
    .setIssuedAt()
    .setExpirationTime(expiresAt)
    .sign(derivedKey(secret, PURPOSE));
}

/** @returns the claims, or a code that says why the token is not valid. */
export async function readApiToken(
  { secret, installation }: ApiTokenSettings,
  token: string,
): Promise<ApiTokenClaims | string> {
  const expected = {
    algorithms: [ALGORITHM],
    issuer: nameOf(installation),
    audience: nameOf(installation),
    requiredClaims: ['exp', 'jti', 'scope'],
  };
  try {
    const { payload } = await jwtVerify(token, derivedKey(secret, PURPOSE), expected);
    const { jti, scope } = claimsSchema.parse(payload);
    return { id: jti, scopes: scope.split(' ') };
  } catch (error) {
    if (error instanceof errors.JOSEError) return error.code.toLowerCase().replaceAll('_', '-');
    if (error instanceof z.ZodError) return 'unreadable-claims';
    throw error;
  }
}

const nameOf = (installation: string): string => `stafett:${installation}`;
