import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { Request, Response } from 'express';
import type { UserId } from '#domain/model/case.js';
import { browserOf } from '#platform/session/browser.js';
import { clearCookie, readCookie, setCookie } from '#platform/session/cookie.js';
import { seal, unseal } from '#platform/session/sealed.js';
import { hashOfToken, newToken } from '#platform/session/token.js';
import { audit, signInFailed } from '#store/audit/audit.js';
import type { IssuerKey } from '#store/access/identities.js';
import { closeSession, isActive, openSession } from '#store/access/sessions.js';
import { Database } from '../shared/database.js';
import { Settings } from '../shared/settings.js';
import { refusedWith } from '../shared/refused.js';

/** How a person proved who they are. */
export type SignInMethod = 'demo' | 'oidc' | 'link';

/** The issuer that vouched for a person, and its id_token. */
export interface Voucher {
  readonly issuer: IssuerKey;
  readonly idToken: string;
}

export interface Beginning {
  readonly request: Request;
  readonly response: Response;
  readonly person: UserId;
  readonly method: SignInMethod;
  readonly voucher?: Voucher;
}

const SEALED_FOR = 'id_token';

/** The one place where sessions begin and end. */
@Injectable()
export class Sessions {
  constructor(
    private readonly database: Database,
    private readonly settings: Settings,
  ) {}

  /**
   * A new token at every sign-in; what this browser was signed in as until now is over.
   * @throws PlatformRefusal 403 `forbidden` for somebody who has left.
   */
  async begin({ request, response, person, method, voucher }: Beginning): Promise<void> {
    const { cookie, secret, config } = this.settings;
    await this.refuseWhoHasLeft(person, method);
    const token = newToken();
    const seconds = config.STAFETT_SESSION_HOURS * 3600;
    const earlier = readCookie(request, cookie.name);
    await this.database.manager.transaction(async (within) => {
      if (earlier) await closeSession(within, hashOfToken(earlier));
      await openSession(within, {
        hash: hashOfToken(token),
        id: randomUUID(),
        person,
        expiresAt: new Date(Date.now() + seconds * 1000),
        method,
        browser: browserOf(request.headers['user-agent']),
        issuer: voucher?.issuer ?? null,
        idToken: voucher ? seal(secret, SEALED_FOR, voucher.idToken) : null,
      });
      const detail = { method, ...(voucher && { issuer: voucher.issuer }) };
      await audit(within, { kind: 'signedIn', by: person, subject: person, detail });
    });
    setCookie(response, cookie, token, seconds);
  }

  /** Ends the session of this browser; without one it only clears the cookie. @returns who had vouched. */
  async end({ request, response }: Pick<Beginning, 'request' | 'response'>): Promise<Voucher | undefined> {
    const { cookie, secret } = this.settings;
    const token = readCookie(request, cookie.name);
    const ended = token ? await this.close(hashOfToken(token)) : undefined;
    clearCookie(response, cookie);
    if (!ended?.idToken || !ended.issuer) return undefined;
    // After a change of the secret the session still ends here, only not at the issuer.
    const idToken = unseal(secret, SEALED_FOR, ended.idToken);
    return idToken === undefined ? undefined : { issuer: ended.issuer as IssuerKey, idToken };
  }

  private async refuseWhoHasLeft(person: UserId, method: SignInMethod): Promise<void> {
    if (await isActive(this.database.manager, person)) return;
    await signInFailed(this.database.manager, { method, reason: 'deactivated', subject: person });
    throw refusedWith('forbidden', 'Brukeren har ikke lenger tilgang.');
  }

  private async close(hash: string): ReturnType<typeof closeSession> {
    return this.database.manager.transaction(async (within) => {
      const ended = await closeSession(within, hash);
      if (ended) await audit(within, { kind: 'signedOut', by: ended.person, subject: ended.person });
      return ended;
    });
  }
}
