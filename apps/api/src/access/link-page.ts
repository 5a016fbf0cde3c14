import { PAGE_POLICY, page } from '../shared/page.js';

/** The paths of the pages that links lead to; the pages post a form back to them. */
export const LINK_PAGES = /^\/api\/v1\/sign-in-links\/[^/]+$/;

/**
 * The page tells no other site where it was. Its own site it does tell: with `no-referrer` a browser without Sec-Fetch-Site posts the form as from nowhere, which the guard refuses.
 */
export const LINK_PAGE_HEADERS: Readonly<Record<string, string>> = {
  'Content-Security-Policy': PAGE_POLICY,
  'Referrer-Policy': 'same-origin',
  'X-Robots-Tag': 'noindex',
};

/** Signing in takes a press of the button: programs that open every link in a mail press none. */
export function linkPage(works: boolean): string {
  return works
    ? page(
        'Logg inn i Stafett',
        '<p>Trykk på knappen for å logge inn. Lenken virker bare én gang.</p><form method="post"><button type="submit">Logg inn</button></form>',
      )
    : page(
        'Lenken virker ikke lenger',
        '<p>En lenke virker i 15 minutter, og bare én gang. Be om en ny der du logger inn.</p><p><a href="/">Til Stafett</a></p>',
      );
}
