import type { NextFunction, Request, Response } from 'express';
import { languageOf } from '#platform/language.js';
import { CONTENT_SECURITY_POLICY, htmlPage } from '../../shared/html-page.js';

/** Middleware after all routes: whoever opens an address in a browser at which there is nothing is told so, with a way back. */
export function showNotFoundPage(request: Request, response: Response, next: NextFunction): void {
  const { method } = request;
  if ((method !== 'GET' && method !== 'HEAD') || request.accepts(['json', 'html']) !== 'html') return next();
  const language = languageOf(request);
  response.status(404).type('html').setHeader('Content-Security-Policy', CONTENT_SECURITY_POLICY);
  response.send(
    htmlPage(TITLE[language], `<p>${ADVICE[language]}</p><p><a href="/">${BACK[language]}</a></p>`, language),
  );
}

const TITLE = { nb: 'Denne siden finnes ikke', en: 'There is no such page' };
const ADVICE = {
  nb: 'Se om hele adressen er med, eller begynn på forsiden.',
  en: 'See that the whole address is there, or begin at the front page.',
};
const BACK = { nb: 'Til forsiden', en: 'To the front page' };
