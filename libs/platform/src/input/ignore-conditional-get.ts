import type { NextFunction, Request, Response } from 'express';

/** Middleware that prevents 304 answers: our ETags are for `If-Match` only, so every GET gets a full answer. */
export function ignoreConditionalGet(request: Request, _response: Response, next: NextFunction): void {
  delete request.headers['if-none-match'];
  delete request.headers['if-modified-since'];
  next();
}
