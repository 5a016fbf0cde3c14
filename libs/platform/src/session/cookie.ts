import type { Request, Response } from 'express';

export interface CookieSettings {
  readonly name: string;
  readonly secure: boolean;
}

/**
 * The name holds the installation id, so that two installations on one host do not sign each other out. Over https the
 * prefix `__Host-` makes browsers refuse the cookie from other hosts of the domain and from unencrypted pages.
 */
export const cookieName = (installation: string, secure: boolean, suffix = ''): string =>
  `${secure ? '__Host-' : ''}stafett-${installation}${suffix}`;

export function readCookie(request: Request, name: string): string | undefined {
  for (const pair of (request.headers.cookie ?? '').split(';')) {
    const separator = pair.indexOf('=');
    if (separator > 0 && pair.slice(0, separator).trim() === name) return pair.slice(separator + 1).trim();
  }
  return undefined;
}

export function setCookie(
  response: Response,
  { name, secure }: CookieSettings,
  token: string,
  maxAgeSeconds: number,
): void {
  response.cookie(name, token, { httpOnly: true, sameSite: 'lax', path: '/', secure, maxAge: maxAgeSeconds * 1000 });
}

export function clearCookie(response: Response, { name, secure }: CookieSettings): void {
  response.clearCookie(name, { httpOnly: true, sameSite: 'lax', path: '/', secure });
}
