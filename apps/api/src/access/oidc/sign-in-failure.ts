import { AuthorizationResponseError, ClientError, ResponseBodyError } from 'openid-client';
import type { RefusalCode } from '#domain/model/refusal.js';
import type { Label } from '#domain/process/process-document.js';

/** A sign-in that failed: `reason` is for the audit log, `code` and `detail` are for the person. */
export class SignInFailure extends Error {
  constructor(
    readonly reason: string,
    readonly code: Extract<RefusalCode, 'signed-out' | 'forbidden'>,
    readonly detail: Label,
    /** The person or hashed subject that tried to sign in, when known. */
    readonly attemptedBy: { readonly person?: string; readonly subject?: string } = {},
  ) {
    super(reason);
    this.name = 'SignInFailure';
  }
}

const START_AGAIN_TEXT = {
  nb: 'Innloggingen kunne ikke fullføres. Begynn på nytt.',
  en: 'The sign-in could not be completed. Start again.',
};

export const incompleteSignIn = (reason: string): SignInFailure =>
  new SignInFailure(reason, 'signed-out', START_AGAIN_TEXT);

/** Translates an error of the OIDC library; undefined for any other error. */
export function toSignInFailure(error: unknown): SignInFailure | undefined {
  if (error instanceof AuthorizationResponseError) {
    if (error.error === 'access_denied')
      return new SignInFailure('access-denied', 'signed-out', {
        nb: 'Innloggingen ble avbrutt.',
        en: 'The sign-in was cancelled.',
      });
    return incompleteSignIn(`issuer-${codeOf(error.error)}`);
  }
  if (error instanceof ResponseBodyError) return incompleteSignIn(`issuer-${codeOf(error.error)}`);
  if (error instanceof ClientError) return incompleteSignIn(codeOf(error.code ?? 'unreadable-answer'));
  return undefined;
}

/** Text from an issuer is logged only when it looks like an error code. */
const codeOf = (text: string): string => {
  const code = text.toLowerCase().replaceAll('_', '-');
  return /^[a-z][a-z-]{0,50}$/.test(code) ? code : 'unknown';
};
