import type { Request } from 'express';
import { escapeHtml } from '#platform/escape-html.js';
import { isFormRequest } from '#platform/input/request-body.js';
import type { Problem } from '#platform/problems/http-refusal.js';
import { languageOf } from '#platform/language.js';
import type { Language } from '#platform/language.js';
import { LINK_PAGE_PATH, linkPage } from './link-page.js';
import { htmlPage } from '../shared/html-page.js';

/** Paths that a person opens in a browser while signing in. */
const SIGN_IN_PATHS = /^\/api\/v1\/sign-in(\/callback)?$/;

/** The page for a person whose sign-in failed, by issuer or link; undefined when the problem document is to be sent. */
export function refusalPage({ code, detail }: Problem, request: Request): string | undefined {
  if (request.accepts(['json', 'html']) !== 'html') return undefined;
  if (SIGN_IN_PATHS.test(request.path)) return pageIn(languageOf(request), escapeHtml(detail));
  return code === 'not-found' && LINK_PAGE_PATH.test(request.path) && isFormRequest(request)
    ? linkPage(false, languageOf(request))
    : undefined;
}

function pageIn(language: Language, reason: string): string {
  const title = { nb: 'Du ble ikke logget inn', en: 'You were not signed in' }[language];
  const back = { nb: 'Til Stafett', en: 'To Stafett' }[language];
  return htmlPage(title, `<p>${reason}</p><p><a href="/">${back}</a></p>`, language);
}
