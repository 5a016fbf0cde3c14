import { createHash } from 'node:crypto';
import { escapeHtml } from '#platform/escape-html.js';
import type { UserGroup } from './users.js';

const STYLE = `
body { font: 1.125rem/1.5 system-ui, sans-serif; margin: 0; color: #1b1b1b; background: #f4f5f6; }
main { max-width: 34rem; margin: 3rem auto; padding: 2rem; background: #fff; border: 1px solid #68707c; border-radius: 4px; }
h1 { font-size: 1.5rem; margin-top: 0; }
label { display: block; font-weight: 600; margin-bottom: 0.25rem; }
select, button { font: inherit; padding: 0.5rem 0.75rem; min-height: 2.75rem; border: 2px solid #1b1b1b; border-radius: 4px; }
select { width: 100%; background: #fff; color: inherit; }
button { margin: 1.5rem 0.75rem 0 0; background: #0b5394; border-color: #0b5394; color: #fff; cursor: pointer; }
button.plain { background: #fff; color: #0b5394; }
:focus-visible { outline: 3px solid #e17100; outline-offset: 2px; }
.wrong { border-left: 4px solid #b3261e; padding-left: 0.75rem; }
`;

/**
 * The Content-Security-Policy of the issuer's pages. Browsers also apply `form-action` to the redirect after a form, so it
 * must allow Stafett.
 * @param stafett  Stafett's address.
 */
export const contentSecurityPolicy = (stafett: string): string =>
  [
    "default-src 'none'",
    `style-src 'sha256-${createHash('sha256').update(STYLE).digest('base64')}'`,
    `form-action 'self' ${new URL(stafett).origin}`,
    "base-uri 'none'",
    "frame-ancestors 'none'",
  ].join('; ');

/** The page where the user to sign in as is chosen. Its form posts to the page's own address. */
export function userChoicePage(groups: readonly UserGroup[], isInvalid = false): string {
  const options = groups.map(
    ({ label, users }) =>
      `<optgroup label="${escapeHtml(label)}">${users
        .map(({ id, name }) => `<option value="${escapeHtml(id)}">${escapeHtml(name)} (${escapeHtml(id)})</option>`)
        .join('')}</optgroup>`,
  );
  return page(
    'Logg inn i demonstrasjonen',
    `<p>Fjordvik kommune er oppdiktet, og det er også brukerne. Velg hvem du vil være; det trengs ikke passord.</p>
${isInvalid ? '<p class="wrong" role="alert">Velg en bruker i listen.</p>' : ''}
<form method="post">
<label for="user">Bruker</label>
<select id="user" name="user" required><option value="">Velg …</option>${options.join('')}</select>
<button type="submit">Logg inn</button>
<button type="submit" class="plain" name="cancel" value="yes" formnovalidate>Avbryt</button>
</form>`,
  );
}

/** @param form  the issuer's own form, whose id is `op.logoutForm`. */
export function signOutPage(form: string): string {
  return page(
    'Logg ut',
    `<p>Du er logget ut av Stafett. Vil du også logge ut av innloggingstjenesten?</p>
${form}
<button type="submit" form="op.logoutForm" name="logout" value="yes" autofocus>Logg ut</button>
<button type="submit" form="op.logoutForm" class="plain">Nei</button>`,
  );
}

export const messagePage = (title: string, text: string): string => page(title, `<p>${escapeHtml(text)}</p>`);

function page(title: string, content: string): string {
  return `<!doctype html>
<html lang="nb">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeHtml(title)} – Stafett</title>
<style>${STYLE}</style>
</head>
<body>
<main>
<h1>${escapeHtml(title)}</h1>
${content}
</main>
</body>
</html>
`;
}
