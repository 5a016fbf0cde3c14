import { HttpStatus } from '@nestjs/common';
import type { NextFunction, Request, Response } from 'express';
import { sendBuiltFile } from './built-files.js';

/** What Vite builds has the hash of its content in its name. */
const ASSET = /^\/assets\/[\w-]+(?:\.[\w-]+)+$/;
const STAFF = /^\/(?:min-dag|saker|overleveringer|oversikt|admin|postkasse|meg)(?:\/|$)/;
const PORTAL = /^\/(?:p|ny|omvisning|tilgjengelighet|personvern)(?:\/|$)/;
/** The link of a receipt: data for programs, a page for people. */
const STATUS = /^\/api\/v1\/enquiries\/status\/([\w-]+)$/;

export const PORTAL_PAGE = 'portal.html';
const STAFF_PAGE = 'index.html';
const KEPT_FOR_GOOD = 'public, max-age=31536000, immutable';

/** Middleware: every address of a page gets the page that holds its script, and every file of the build itself. */
export function servePages(request: Request, response: Response, next: NextFunction): void {
  const { path, method } = request;
  const to = { request, response, next };
  if (method !== 'GET' && method !== 'HEAD') return next();
  if (ASSET.test(path)) return sendBuiltFile(path.slice(1), KEPT_FOR_GOOD, to);
  if (STAFF.test(path)) return sendBuiltFile(STAFF_PAGE, 'no-store', to);
  if (PORTAL.test(path)) return sendBuiltFile(PORTAL_PAGE, 'no-store', to);
  const secret = STATUS.exec(path)?.[1];
  if (secret !== undefined && request.accepts(['json', 'html']) === 'html')
    return response.redirect(HttpStatus.SEE_OTHER, `/ny/kvittering/${secret}`);
  next();
}
