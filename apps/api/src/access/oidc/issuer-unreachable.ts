import type { CustomFetchOptions } from 'openid-client';
import { unavailable } from '#platform/problems/http-refusal.js';
import type { HttpRefusal } from '#platform/problems/http-refusal.js';

/** The issuer gave no answer, or answered with a server error. */
export class IssuerUnreachable extends Error {
  override readonly name = 'IssuerUnreachable';
}

/** `fetch` for issuers. It separates an unreachable issuer from one that refuses. */
export async function fetchFromIssuer(url: string, options: CustomFetchOptions): Promise<Response> {
  const response = await fetch(url, options as RequestInit).catch((cause: unknown) => {
    throw new IssuerUnreachable('no answer', { cause });
  });
  if (response.status >= 500) throw new IssuerUnreachable(`HTTP ${response.status}`);
  return response;
}

/** Also looks at the cause, because the OIDC library wraps errors of its `fetch`. */
export function isIssuerUnreachable(error: unknown): boolean {
  return error instanceof IssuerUnreachable || (error instanceof Error && error.cause instanceof IssuerUnreachable);
}

export const issuerUnavailable = (): HttpRefusal =>
  unavailable({
    nb: 'Innloggingstjenesten svarer ikke. Prøv igjen om litt.',
    en: 'The sign-in service does not answer. Try again in a moment.',
  });
