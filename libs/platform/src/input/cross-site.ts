import type { Request } from 'express';

const SAFE_METHODS = new Set(['GET', 'HEAD', 'OPTIONS']);
const ALLOWED_FETCH_SITES = new Set(['same-origin', 'none']);

/**
 * Detects cross-site request forgery: true when another site's page sent a request that changes something.
 * 1. Safe methods (GET, HEAD, OPTIONS) are never refused.
 * 2. Browsers state the sending site in Sec-Fetch-Site; older browsers, and browsers on plain http, state it in Origin.
 * 3. Programs send neither header, and no browser adds cookies to their requests.
 * 4. A bearer token without a cookie cannot be sent by a foreign page.
 * @param ownUrl  STAFETT_URL, the address that people use.
 */
export function isCrossSite(request: Request, ownUrl: string): boolean {
  const { authorization, cookie, origin, host } = request.headers;
  const { 'sec-fetch-site': site } = request.headers;
  if (SAFE_METHODS.has(request.method)) return false;
  if (cookie === undefined && /^Bearer /i.test(authorization ?? '')) return false;
  if (site !== undefined) return comesFromAnotherSite(request);
  if (origin === undefined) return false;
  return ![new URL(ownUrl).origin, `${request.protocol}://${host}`].includes(origin);
}

/** True when the browser says that a page of another site sent it here, also by a link. Older browsers do not say. */
export function comesFromAnotherSite({ headers: { 'sec-fetch-site': site } }: Request): boolean {
  return site !== undefined && !ALLOWED_FETCH_SITES.has(String(site));
}
