import type { NextFunction, Request, Response } from 'express';

/** An ETag here serves `If-Match` only: what is asked for is always sent, never answered with 304. */
export function neverNotModified(request: Request, _response: Response, next: NextFunction): void {
  delete request.headers['if-none-match'];
  delete request.headers['if-modified-since'];
  next();
}
