import { Injectable } from '@nestjs/common';
import type { Request, Response } from 'express';
import type { UserId } from '#domain/case/case.js';
import { readCookie, setCookie } from '#platform/session/cookie.js';
import { hashOfToken, newToken } from '#platform/session/token.js';
import { audit } from '#registers/audit.js';
import { closeSession, openSession } from '#registers/sessions.js';
import { Database } from '../parts/database.js';
import { Settings } from '../parts/settings.js';

/** Wall time: a working day. */
const SESSION_SECONDS = 12 * 60 * 60;

export interface NewSignIn {
  readonly request: Request;
  readonly response: Response;
  readonly person: UserId;
  readonly method: 'demo' | 'link';
}

/** Every session begins here, however its person was recognised. */
@Injectable()
export class Sessions {
  constructor(
    private readonly database: Database,
    private readonly settings: Settings,
  ) {}

  /** Sets the cookie; the session that this browser had before ends. */
  async begin({ request, response, person, method }: NewSignIn): Promise<void> {
    const token = newToken();
    const expiresAt = new Date(Date.now() + SESSION_SECONDS * 1000);
    const before = readCookie(request, this.settings.cookie.name);
    await this.database.dataSource.transaction(async (manager) => {
      if (before) await closeSession(manager, hashOfToken(before));
      await openSession(manager, { hash: hashOfToken(token), person, expiresAt });
      await audit(manager, { kind: 'signedIn', by: person, detail: { method } });
    });
    setCookie(response, this.settings.cookie, token, SESSION_SECONDS);
  }
}
