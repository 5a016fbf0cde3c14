import type { NextFunction, Request, Response } from 'express';
import helmet from 'helmet';

const SELF = ["'self'"];
const NONE = ["'none'"];

/** Our pages load only what this server serves, run no inline scripts or styles, and may not be framed. */
export const securityHeaders = (overHttps: boolean): ReturnType<typeof helmet> =>
  helmet({
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: NONE,
        scriptSrc: SELF,
        styleSrc: SELF,
        imgSrc: [...SELF, 'data:'],
        fontSrc: SELF,
        connectSrc: SELF,
        manifestSrc: SELF,
        formAction: SELF,
        objectSrc: NONE,
        baseUri: NONE,
        frameAncestors: NONE,
      },
    },
    frameguard: { action: 'deny' },
    // Not `no-referrer`: with it our own forms are sent with `Origin: null` and are refused as cross-site.
    referrerPolicy: { policy: 'same-origin' },
    strictTransportSecurity: overHttps,
  });

/** Forbids caching, because answers hold data about people and cases. */
export function noStore(_request: Request, response: Response, next: NextFunction): void {
  response.setHeader('Cache-Control', 'no-store');
  next();
}
