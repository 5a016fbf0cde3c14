import { escapeHtml } from './html.js';

const URL_PATTERN = /https?:\/\/[^\s<>"']+/g;

/** HTML version of a plain-text mail: the same paragraphs, with URLs as links. */
export function htmlOf(text: string): string {
  const paragraphs = text.trim().split(/\n{2,}/);
  const body = paragraphs.map((paragraph) => `<p>${linked(paragraph).replaceAll('\n', '<br>')}</p>`);
  return `<!doctype html><html lang="nb"><meta charset="utf-8"><body>${body.join('\n')}</body></html>`;
}

/** Escapes text as HTML and turns URLs into links. */
export const linked = (text: string): string =>
  escapeHtml(text).replace(URL_PATTERN, (url) => `<a href="${url}" rel="noreferrer">${url}</a>`);
