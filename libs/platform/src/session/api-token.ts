import { SignJWT, errors, jwtVerify } from 'jose';
import { z } from 'zod';
import { derivedKey } from './derived-key.js';

const ALGORITHM = 'HS256';
const PURPOSE = 'api-token';

/** What a program's token is made with and read by: one installation's tokens are no use at another. */
export interface TokenTerms {
  readonly secret: string;
  readonly installation: string;
}

export interface TokenContent {
  /** `jti`: under which it is registered. */
  readonly id: string;
  readonly scopes: readonly string[];
}

const content = z.object({ jti: z.uuid(), scope: z.string(), exp: z.number() });

export async function signApiToken(
  { secret, installation }: TokenTerms,
  { id, scopes, expiresAt }: TokenContent & { readonly expiresAt: Date },
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

/** @returns what it says, or a code for why it is no token of ours. */
export async function readApiToken(
  { secret, installation }: TokenTerms,
  token: string,
): Promise<TokenContent | string> {
  const expected = {
    algorithms: [ALGORITHM],
    issuer: nameOf(installation),
    audience: nameOf(installation),
    requiredClaims: ['exp', 'jti', 'scope'],
  };
  try {
    const { payload } = await jwtVerify(token, derivedKey(secret, PURPOSE), expected);
    const { jti, scope } = content.parse(payload);
    return { id: jti, scopes: scope.split(' ') };
  } catch (error) {
    if (error instanceof errors.JOSEError) return error.code.toLowerCase().replaceAll('_', '-');
    if (error instanceof z.ZodError) return 'unreadable-claims';
    throw error;
  }
}

const nameOf = (installation: string): string => `stafett:${installation}`;
