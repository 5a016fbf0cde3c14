import type { NextFunction, Request, Response } from 'express';
import { HttpRefusal } from '../problems/http-refusal.js';

export interface PathMethods {
  /** All that any route of the path takes, in capitals. */
  readonly allowed: ReadonlySet<string>;
  /** What `Allow` names; empty for a path that is unknown. */
  readonly named: readonly string[];
}

/** Middleware that answers 405 to a method that a known path does not have. An unknown path is left to others. */
export function refuseOtherMethods(methodsOf: (path: string) => PathMethods) {
  return ({ path, method }: Request, _response: Response, next: NextFunction): void => {
    const { allowed, named } = methodsOf(path);
    if (named.length === 0 || allowed.has(method)) return next();
    next(
      new HttpRefusal({
        status: 405,
        code: 'method-not-allowed',
        detail: { nb: 'Adressen tar ikke imot denne metoden.', en: 'The address does not take this method.' },
        headers: { Allow: named.join(', ') },
      }),
    );
  };
}
