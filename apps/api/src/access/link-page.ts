import type { Language } from '#platform/language.js';
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

const WORDS = {
  nb: {
    title: 'Logg inn i Stafett',
    press: 'Trykk på knappen for å logge inn. Lenken virker bare én gang.',
    instead: 'Er noen allerede logget inn i denne nettleseren, blir det du i stedet.',
    button: 'Logg inn',
    dead: 'Lenken virker ikke lenger',
    why: 'En lenke virker i 15 minutter, og bare én gang. Har du alt logget inn med den her, er du inne.',
    toCases: 'Gå til sakene dine, eller be om en ny lenke',
    home: 'Til forsiden',
  },
  en: {
    title: 'Sign in to Stafett',
    press: 'Press the button to sign in. The link works only once.',
    instead: 'If somebody is signed in in this browser already, it will be you instead.',
    button: 'Sign in',
    dead: 'The link no longer works',
    why: 'A link works for 15 minutes, and only once. If you have signed in with it here, you are in.',
    toCases: 'Go to your cases, or ask for a new link',
    home: 'To the front page',
  },
} as const;

/** Signing in requires pressing the button, because mail scanners open every link but press no button. */
export function linkPage(works: boolean, language: Language): string {
  const { title, press, instead, button, dead, why, toCases, home } = WORDS[language];
  return works
    ? htmlPage(
        title,
        `<p>${press}</p><form method="post"><button type="submit">${button}</button></form><p>${instead}</p>`,
        language,
      )
    : htmlPage(dead, `<p>${why}</p><p><a href="/p">${toCases}</a></p><p><a href="/">${home}</a></p>`, language);
}
