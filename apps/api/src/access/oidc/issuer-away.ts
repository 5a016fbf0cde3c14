import type { CustomFetchOptions } from 'openid-client';
import { unavailable } from '#platform/problems/refusal.js';
import type { PlatformRefusal } from '#platform/problems/refusal.js';

/** The issuer gave no answer, or answered with a server error. */
export class IssuerAway extends Error {
  override readonly name = 'IssuerUnreachable';
}

/** `fetch` for issuers. It separates an unreachable issuer from one that refuses. */
export async function reachIssuer(url: string, options: CustomFetchOptions): Promise<Response> {
  const response = await fetch(url, options as RequestInit).catch((cause: unknown) => {
    throw new IssuerAway('no answer', { cause });
  });
  if (response.status >= 500) throw new IssuerAway(`HTTP ${response.status}`);
  return response;
}

/** Also looks at the cause, because the OIDC library wraps errors of its `fetch`. */
export function isIssuerAway(error: unknown): boolean {
  return error instanceof IssuerAway || (error instanceof Error && error.cause instanceof IssuerAway);
}

export const issuerAway = (): PlatformRefusal => unavailable('Innloggingstjenesten svarer ikke. Prøv igjen om litt.');
