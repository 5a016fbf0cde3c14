import type { Request } from 'express';
import { escapeHtml } from '#platform/html.js';
import { isForm } from '#platform/input/json-only.js';
import type { RefusalBody } from '#platform/problems/refusal.js';
import { LINK_PAGES, linkPage } from './link-page.js';
import { page } from '../shared/page.js';

/** Addresses a browser is sent to with a person looking on. */
const SIGNING_IN = /^\/api\/v1\/sign-in(\/callback)?$/;

/** What a person sees whose signing in came to nothing, by an issuer or a link; a program gets the problem document. */
export function refusalPage({ code, detail }: RefusalBody, request: Request): string | undefined {
  if (request.accepts(['json', 'html']) !== 'html') return undefined;
  if (SIGNING_IN.test(request.path))
    return page('Du ble ikke logget inn', `<p>${escapeHtml(detail)}</p><p><a href="/">Til Stafett</a></p>`);
  return code === 'not-found' && LINK_PAGES.test(request.path) && isForm(request) ? linkPage(false) : undefined;
}
