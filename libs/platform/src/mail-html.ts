import { escapeHtml } from './html.js';

const ADDRESS = /https?:\/\/[^\s<>"']+/g;

/** The same words as the plain text, for programs that show HTML first: paragraphs, and addresses as links. */
export function htmlOf(text: string): string {
  const paragraphs = text.trim().split(/\n{2,}/);
  const body = paragraphs.map((paragraph) => `<p>${linked(paragraph).replaceAll('\n', '<br>')}</p>`);
  return `<!doctype html><html lang="nb"><meta charset="utf-8"><body>${body.join('\n')}</body></html>`;
}

/** Text as HTML, addresses as links. */
export const linked = (text: string): string =>
  escapeHtml(text).replace(ADDRESS, (address) => `<a href="${address}" rel="noreferrer">${address}</a>`);
