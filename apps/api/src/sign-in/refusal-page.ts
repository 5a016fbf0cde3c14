import type { Request } from 'express';
import { escapeHtml } from '#platform/html.js';
import type { RefusalBody } from '#platform/problems/refusal.js';
import { page } from '../parts/page.js';

/** Addresses a browser is sent to with a person looking on. */
const SIGNING_IN = /^\/api\/v1\/sign-in(\/callback)?$/;

/** What a person sees whose signing in came to nothing; a program gets the problem document. */
export function refusalPage({ detail }: RefusalBody, request: Request): string | undefined {
  if (!SIGNING_IN.test(request.path) || request.accepts(['json', 'html']) !== 'html') return undefined;
  return page('Du ble ikke logget inn', `<p>${escapeHtml(detail)}</p><p><a href="/">Til Stafett</a></p>`);
}
