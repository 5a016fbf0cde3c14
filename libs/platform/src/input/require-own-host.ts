import type { NextFunction, Request, Response } from 'express';
import { isForThisMachine } from '../loopback.js';
import { HttpRefusal } from '../problems/http-refusal.js';

/** Middleware of the demonstration, in which anybody signs in as anybody: refuses a request that names another machine. */
export function requireOwnHost(ownUrl: string) {
  return ({ headers }: Request, _response: Response, next: NextFunction): void => {
    if (isForThisMachine(headers.host, ownUrl)) return next();
    const detail = {
      nb: 'Demonstrasjonen svarer bare på denne maskinens egen adresse.',
      en: 'The demonstration answers only at the own address of this machine.',
    };
    next(new HttpRefusal({ status: 403, code: 'forbidden', detail }));
  };
}
