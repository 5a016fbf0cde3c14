import { escapeHtml } from './escape-html.js';

const URL_PATTERN = /https?:\/\/[^\s<>"']+/g;

/** HTML version of a plain-text mail: the same paragraphs, with URLs as links. */
export function mailHtml(text: string): string {
  const paragraphs = text.trim().split(/\n{2,}/);
  const body = paragraphs.map((paragraph) => `<p>${linkify(paragraph).replaceAll('\n', '<br>')}</p>`);
  return `<!doctype html><html lang="nb"><meta charset="utf-8"><body>${body.join('\n')}</body></html>`;
}

/** Escapes text as HTML and turns URLs into links. */
export const linkify = (text: string): string =>
  escapeHtml(text).replace(URL_PATTERN, (url) => `<a href="${url}" rel="noreferrer">${url}</a>`);
