import { AuthorizationResponseError, ClientError, ResponseBodyError } from 'openid-client';
import type { RefusalCode } from '#domain/model/refusal.js';

/** A sign-in that came to nothing: a code for the log, a refusal for the person. */
export class SignInFailure extends Error {
  constructor(
    readonly reason: string,
    readonly code: Extract<RefusalCode, 'signed-out' | 'forbidden'>,
    readonly detail: string,
    /** Who it is about, when that is known. */
    readonly about: { readonly person?: string; readonly subject?: string } = {},
  ) {
    super(reason);
    this.name = 'SignInFailure';
  }
}

const AGAIN = 'Innloggingen kunne ikke fullføres. Begynn på nytt.';

export const startAgain = (reason: string): SignInFailure => new SignInFailure(reason, 'signed-out', AGAIN);

/** What the library found wrong with an issuer's answer; undefined for an error that is none of its. */
export function failureOf(error: unknown): SignInFailure | undefined {
  if (error instanceof AuthorizationResponseError) {
    if (error.error === 'access_denied')
      return new SignInFailure('access-denied', 'signed-out', 'Innloggingen ble avbrutt.');
    return startAgain(`issuer-${codeOf(error.error)}`);
  }
  if (error instanceof ResponseBodyError) return startAgain(`issuer-${codeOf(error.error)}`);
  if (error instanceof ClientError) return startAgain(codeOf(error.code ?? 'unreadable-answer'));
  return undefined;
}

/** What comes from outside is logged only as far as it is a code. */
const codeOf = (text: string): string => {
  const code = text.toLowerCase().replaceAll('_', '-');
  return /^[a-z][a-z-]{0,50}$/.test(code) ? code : 'unknown';
};
