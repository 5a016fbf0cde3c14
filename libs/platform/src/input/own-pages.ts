import type { Request } from 'express';

const SAFE = new Set(['GET', 'HEAD', 'OPTIONS']);
const OWN_SITES = new Set(['same-origin', 'none']);

/**
 * Whether a request that changes something was sent by a page that is not ours, on the back of a person's cookie.
 * 1. What only reads is never suspect.
 * 2. A browser says where a request comes from in Sec-Fetch-Site; an older one, or one on plain http, says it in Origin.
 * 3. A program says neither, and has no cookie that it did not ask for.
 * 4. A bearer token without a cookie is sent by nobody unawares.
 * @param ownUrl  the address that people use.
 */
export function isFromElsewhere(request: Request, ownUrl: string): boolean {
  const { authorization, cookie, origin, host } = request.headers;
  const { 'sec-fetch-site': site } = request.headers;
  if (SAFE.has(request.method)) return false;
  if (cookie === undefined && /^Bearer /i.test(authorization ?? '')) return false;
  if (site !== undefined) return !OWN_SITES.has(String(site));
  if (origin === undefined) return false;
  return ![new URL(ownUrl).origin, `${request.protocol}://${host}`].includes(origin);
}
