import type { NextFunction, Request, Response } from 'express';
import helmet from 'helmet';

const OWN = ["'self'"];
const NOBODY = ["'none'"];

/** A page of ours may use what we serve ourselves, and nothing written into the page. Nobody frames us. */
export const protectiveHeaders = (overHttps: boolean): ReturnType<typeof helmet> =>
  helmet({
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: NOBODY,
        scriptSrc: OWN,
        styleSrc: OWN,
        imgSrc: [...OWN, 'data:'],
        fontSrc: OWN,
        connectSrc: OWN,
        manifestSrc: OWN,
        formAction: OWN,
        baseUri: NOBODY,
        frameAncestors: NOBODY,
      },
    },
    frameguard: { action: 'deny' },
    // Not `no-referrer`: under that a form of our own is sent with `Origin: null` and looks foreign.
    referrerPolicy: { policy: 'same-origin' },
    strictTransportSecurity: overHttps,
  });

/** Answers are about people and cases: no cache keeps them. */
export function neverStored(_request: Request, response: Response, next: NextFunction): void {
  response.setHeader('Cache-Control', 'no-store');
  next();
}
