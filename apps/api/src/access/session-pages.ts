import { escapeHtml } from '#platform/escape-html.js';
import { htmlPage } from '../shared/html-page.js';

/** @param issuerUrl  where to sign out at the issuer as well, when the person signed in at one. */
export const signedOutPage = (issuerUrl: string | undefined): string =>
  htmlPage(
    'Du er logget ut av Stafett',
    issuerUrl === undefined
      ? '<p><a href="/">Til Stafett</a></p>'
      : `<p>Du er fortsatt innlogget hos innloggingstjenesten.</p>
<p><a href="${escapeHtml(issuerUrl)}">Logg ut der også</a></p><p><a href="/">Til Stafett</a></p>`,
  );

/** Asks whoever came from another site whether they want to sign in. @param address  the address they asked for. */
export const signInPage = (address: string): string =>
  htmlPage(
    'Logg inn i Stafett',
    `<p><a href="${escapeHtml(address)}">Logg inn</a></p><p><a href="/">Til Stafett</a></p>`,
  );
