import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { Request, Response } from 'express';
import type { UserId } from '#domain/model/case.js';
import { describeBrowser } from '#platform/session/describe-browser.js';
import { clearCookie, readCookie, setCookie } from '#platform/session/cookie.js';
import { seal, unseal } from '#platform/session/seal.js';
import { hashOfToken, newToken } from '#platform/session/token.js';
import { audit, auditFailedSignIn } from '#store/audit/audit.js';
import type { IssuerKey } from '#store/access/identities.js';
import { closeSession, isActivePerson, openSession } from '#store/access/sessions.js';
import { DatabaseService } from '../shared/database.service.js';
import { SettingsService } from '../shared/settings.service.js';
import { refusedWith } from '../shared/refused.js';

/** How a person proved who they are. */
export type SignInMethod = 'demo' | 'oidc' | 'link';

/** The id_token by which an issuer identified a person. */
export interface IdToken {
  readonly issuer: IssuerKey;
  readonly value: string;
}

export interface SessionStart {
  readonly request: Request;
  readonly response: Response;
  readonly person: UserId;
  readonly method: SignInMethod;
  readonly idToken?: IdToken;
}

const SEAL_PURPOSE = 'id_token';

/** Begins and ends a browser's session. */
@Injectable()
export class SessionsService {
  constructor(
    private readonly database: DatabaseService,
    private readonly settings: SettingsService,
  ) {}

  /**
   * Issues a new session token at every sign-in and ends the browser's earlier session.
   * @throws HttpRefusal 403 `forbidden` for a person who has left.
   */
  async begin({ request, response, person, method, idToken }: SessionStart): Promise<void> {
    const { sessionCookie, secret, config } = this.settings;
    await this.requireActive(person, method);
    const token = newToken();
    const seconds = config.STAFETT_SESSION_HOURS * 3600;
    const earlier = readCookie(request, sessionCookie.name);
    await this.database.manager.transaction(async (manager) => {
      if (earlier) await closeSession(manager, hashOfToken(earlier));
      await openSession(manager, {
        hash: hashOfToken(token),
        id: randomUUID(),
        person,
        expiresAt: new Date(Date.now() + seconds * 1000),
        method,
        browser: describeBrowser(request.headers['user-agent']),
        issuer: idToken?.issuer ?? null,
        idToken: idToken ? await seal(secret, SEAL_PURPOSE, idToken.value) : null,
      });
      const detail = { method, ...(idToken && { issuer: idToken.issuer }) };
      await audit(manager, { kind: 'signedIn', by: person, subject: person, detail });
    });
    setCookie(response, sessionCookie, token, seconds);
  }

  /** Ends the browser's session, if any, and clears its cookie. @returns the id_token of the sign-in, if it had one. */
  async end({ request, response }: Pick<SessionStart, 'request' | 'response'>): Promise<IdToken | undefined> {
    const { sessionCookie, secret } = this.settings;
    const token = readCookie(request, sessionCookie.name);
    const ended = token ? await this.close(hashOfToken(token)) : undefined;
    clearCookie(response, sessionCookie);
    if (!ended?.idToken || !ended.issuer) return undefined;
    // After a change of the secret the token cannot be unsealed: the session ends here, but not at the issuer.
    const idToken = await unseal(secret, SEAL_PURPOSE, ended.idToken);
    return idToken === undefined ? undefined : { issuer: ended.issuer as IssuerKey, value: idToken };
  }

  private async requireActive(person: UserId, method: SignInMethod): Promise<void> {
    if (await isActivePerson(this.database.manager, person)) return;
    await auditFailedSignIn(this.database.manager, { method, reason: 'deactivated', subject: person });
    throw refusedWith('forbidden', { nb: 'Brukeren har ikke lenger tilgang.', en: 'The user no longer has access.' });
  }

  private async close(hash: string): ReturnType<typeof closeSession> {
    return this.database.manager.transaction(async (manager) => {
      const ended = await closeSession(manager, hash);
      if (ended) await audit(manager, { kind: 'signedOut', by: ended.person, subject: ended.person });
      return ended;
    });
  }
}
