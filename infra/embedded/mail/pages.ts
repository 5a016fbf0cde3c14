import { escapeHtml } from '#platform/escape-html.js';
import { linkify } from '#platform/mail-html.js';
import type { StoredMail, MailSummary } from './mailbox.js';

/** The newest mails, newest first. */
export function listPage(mails: readonly MailSummary[]): string {
  const rows = mails.map(
    ({ id, at, to, subject }) =>
      `<tr><td>${escapeHtml(at)}</td><td>${escapeHtml(to)}</td><td><a href="/${id}">${escapeHtml(subject)}</a></td></tr>`,
  );
  const table = `<table><tr><th>Tid</th><th>Til</th><th>Emne</th></tr>${rows.join('\n')}</table>`;
  return page('E-post', rows.length === 0 ? '<p>Ingen e-post ennå.</p>' : table);
}

/** One mail as plain text. */
export function mailPage({ at, from, to, subject, text }: StoredMail): string {
  const head = [`Tid: ${at}`, `Fra: ${from}`, `Til: ${to}`].map(escapeHtml).join('<br>');
  return page(subject, `<p><a href="/">Alle</a></p><p>${head}</p><pre>${linkify(text)}</pre>`);
}

export const missingPage = (): string => page('Ikke her', '<p><a href="/">Alle</a></p>');

function page(title: string, body: string): string {
  return `<!doctype html><html lang="nb"><head><meta charset="utf-8"><title>${escapeHtml(title)}</title></head><body><h1>${escapeHtml(title)}</h1>${body}</body></html>`;
}
