import type { CustomFetchOptions } from 'openid-client';
import { unavailable } from '#platform/problems/refusal.js';
import type { PlatformRefusal } from '#platform/problems/refusal.js';

/** The issuer gave no answer, or an answer of a server that is not well. */
export class IssuerAway extends Error {
  override readonly name = 'IssuerAway';
}

/** Our `fetch` towards issuers, which tells an issuer that is away from one that says no. */
export async function reachIssuer(url: string, options: CustomFetchOptions): Promise<Response> {
  const response = await fetch(url, options as RequestInit).catch((cause: unknown) => {
    throw new IssuerAway('no answer', { cause });
  });
  if (response.status >= 500) throw new IssuerAway(`HTTP ${response.status}`);
  return response;
}

/** The library wraps what its `fetch` throws. */
export function isIssuerAway(error: unknown): boolean {
  return error instanceof IssuerAway || (error instanceof Error && error.cause instanceof IssuerAway);
}

export const issuerAway = (): PlatformRefusal => unavailable('Innloggingstjenesten svarer ikke. Prøv igjen om litt.');
