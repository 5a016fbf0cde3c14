import { CONTENT_SECURITY_POLICY, htmlPage } from '../shared/html-page.js';

/** Paths of sign-in link pages. Each page posts a form back to its own path. */
export const LINK_PAGE_PATH = /^\/api\/v1\/sign-in-links\/[^/]+$/;

/**
 * `same-origin` keeps the link from other sites. `no-referrer` would break the form: a browser without Sec-Fetch-Site
 * would post it with `Origin: null`, which the guard refuses.
 */
export const LINK_PAGE_HEADERS: Readonly<Record<string, string>> = {
  'Content-Security-Policy': CONTENT_SECURITY_POLICY,
  'Referrer-Policy': 'same-origin',
  'X-Robots-Tag': 'noindex',
};

/** Signing in requires pressing the button, because mail scanners open every link but press no button. */
export function linkPage(works: boolean): string {
  return works
    ? htmlPage(
        'Logg inn i Stafett',
        '<p>Trykk på knappen for å logge inn. Lenken virker bare én gang.</p><form method="post"><button type="submit">Logg inn</button></form>',
      )
    : htmlPage(
        'Lenken virker ikke lenger',
        '<p>En lenke virker i 15 minutter, og bare én gang. Be om en ny der du logger inn.</p><p><a href="/">Til Stafett</a></p>',
      );
}
