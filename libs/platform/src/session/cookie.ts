import type { Request, Response } from 'express';

export interface CookieTerms {
  readonly name: string;
  readonly secure: boolean;
}

/**
 * The installation's name is part of it, so two installations on one host do not sign each other out. Over https the
 * browser itself sees to it (`__Host-`) that no other host of the domain and no unencrypted page can set it.
 */
export const cookieName = (installation: string, secure: boolean, part = ''): string =>
  `${secure ? '__Host-' : ''}stafett-${installation}${part}`;

export function readCookie(request: Request, name: string): string | undefined {
  for (const pair of (request.headers.cookie ?? '').split(';')) {
    const at = pair.indexOf('=');
    if (at > 0 && pair.slice(0, at).trim() === name) return pair.slice(at + 1).trim();
  }
  return undefined;
}

export function setCookie(
  response: Response,
  { name, secure }: CookieTerms,
  token: string,
  maxAgeSeconds: number,
): void {
  response.cookie(name, token, { httpOnly: true, sameSite: 'lax', path: '/', secure, maxAge: maxAgeSeconds * 1000 });
}

export function clearCookie(response: Response, { name, secure }: CookieTerms): void {
  response.clearCookie(name, { httpOnly: true, sameSite: 'lax', path: '/', secure });
}
