import { Injectable } from '@nestjs/common';
import type { PlatformRefusal } from '#platform/problems/refusal.js';
import { readApiToken } from '#platform/session/api-token.js';
import { readCookie } from '#platform/session/cookie.js';
import { hashOfToken } from '#platform/session/token.js';
import { signInFailed } from '#store/audit/audit.js';
import { callerBySession, callerByToken } from '#store/access/callers.js';
import type { CallerRow, TokenCallerRow } from '#store/access/callers.js';
import { Database } from '../database.js';
import { Installation } from '../installation.js';
import { People } from '../people.js';
import { Settings } from '../settings.js';
import { refusedWith } from '../refused.js';
import { actorOf } from './actor-of.js';
import type { SignedIn, SignedInRequest } from './caller.js';
import { SignInLimits } from './sign-in-limits.js';

const BEARER = /^Bearer\s+(\S+)$/i;

/** Identifies the caller of a request by cookie or API token, in one query. Roles come from the cached directory. */
@Injectable()
export class Callers {
  constructor(
    private readonly settings: Settings,
    private readonly database: Database,
    private readonly installation: Installation,
    private readonly people: People,
    private readonly limits: SignInLimits,
  ) {}

  /** @throws PlatformRefusal 401 for an invalid token, with the reason, so that a program can tell what is wrong. */
  async of(request: SignedInRequest): Promise<SignedIn | undefined> {
    const token = BEARER.exec(request.headers.authorization ?? '')?.[1];
    if (token !== undefined) return this.byToken(request, token);
    const cookie = readCookie(request, this.settings.cookie.name);
    return cookie ? this.bySession(hashOfToken(cookie)) : undefined;
  }

  private async bySession(hash: string): Promise<SignedIn | undefined> {
    const { STAFETT_SESSION_IDLE_MINUTES: idleMinutes } = this.settings.config;
    const on = await this.installation.today();
    const row = await callerBySession(this.database.manager, { hash, on, idleMinutes });
    return row && { ...(await this.signedIn(row)), session: hash };
  }

  private async byToken(request: SignedInRequest, token: string): Promise<SignedIn> {
    const tokenContent = await readApiToken(this.settings.tokenTerms, token);
    if (typeof tokenContent === 'string') throw await this.invalidToken(request, tokenContent);
    const { id } = tokenContent;
    const row = await callerByToken(this.database.manager, { id, on: await this.installation.today() });
    const reason = whyInvalid(row);
    if (!row || reason) throw await this.invalidToken(request, reason ?? 'unknown', row?.id, id);
    const scopes = row.scopes.filter((scope) => tokenContent.scopes.includes(scope));
    return { ...(await this.signedIn(row)), token: { id, scopes } };
  }

  private async signedIn(row: CallerRow): Promise<SignedIn> {
    return actorOf(row, await this.people.directory());
  }

  private async invalidToken(
    request: SignedInRequest,
    reason: string,
    subject?: string,
    token?: string,
  ): Promise<PlatformRefusal> {
    this.limits.badTokens.take(request.ip ?? '');
    await signInFailed(this.database.manager, { method: 'token', reason, subject, token });
    return refusedWith('signed-out', REASON_TEXTS[reason] ?? 'Tilgangsnøkkelen er ikke gyldig her.');
  }
}

function whyInvalid(row: TokenCallerRow | undefined): string | undefined {
  if (!row) return 'unknown';
  if (row.revoked) return 'revoked';
  if (row.expired) return 'err-jwt-expired';
  return row.deactivated ? 'deactivated' : undefined;
}

const REASON_TEXTS: Readonly<Record<string, string>> = {
  'err-jwt-expired': 'Tilgangsnøkkelen er utløpt.',
  revoked: 'Tilgangsnøkkelen er trukket tilbake.',
  deactivated: 'Personen som tilgangsnøkkelen gjelder for, har ikke lenger tilgang.',
};
