import type { Label } from '#domain/process/process-document.js';
import { Injectable } from '@nestjs/common';
import { findUser } from '#domain/people/directory-lookup.js';
import { peopleActedFor } from '#domain/people/staff-actor.js';
import type { Directory, DirectoryUser } from '#domain/policy/directory.js';
import type { LocalDate } from '#domain/time.js';
import type { HttpRefusal } from '#platform/problems/http-refusal.js';
import { readApiToken } from '#platform/session/api-token.js';
import { readCookie } from '#platform/session/cookie.js';
import { hashOfToken } from '#platform/session/token.js';
import { auditFailedSignIn } from '#store/audit/audit.js';
import { callersBySession, callerByToken } from '#store/access/callers.js';
import type { CallerRow, SessionCallerRow, TokenCallerRow } from '#store/access/callers.js';
import { DatabaseService } from '../database.service.js';
import { InstallationClockService } from '../installation-clock.service.js';
import { DirectoryService } from '../directory.service.js';
import { RateLimitsService } from '../rate-limits.service.js';
import { SettingsService } from '../settings.service.js';
import { refusedWith } from '../refused.js';
import { AskedTogether } from './asked-together.js';
import type { SignedInCaller, RequestWithCaller } from './caller.decorator.js';

const BEARER = /^Bearer\s+(\S+)$/i;

/**
 * Identifies the caller of a request by cookie or API token, in one query, which sessions of the same moment share. Roles come from the
 * cached directory.
 */
@Injectable()
export class CallersService {
  private readonly sessions = new AskedTogether<SessionCallerRow>((hashes) => this.readSessions(hashes));

  constructor(
    private readonly settings: SettingsService,
    private readonly database: DatabaseService,
    private readonly installation: InstallationClockService,
    private readonly people: DirectoryService,
    private readonly limits: RateLimitsService,
  ) {}

  /** @throws HttpRefusal 401 for an invalid token, with the reason, so that a program can tell what is wrong. */
  async identify(request: RequestWithCaller): Promise<SignedInCaller | undefined> {
    const token = BEARER.exec(request.headers.authorization ?? '')?.[1];
    if (token !== undefined) return this.byToken(request, token);
    const cookie = readCookie(request, this.settings.sessionCookie.name);
    return cookie ? this.bySession(hashOfToken(cookie)) : undefined;
  }

  private async bySession(hash: string): Promise<SignedInCaller | undefined> {
    const row = await this.sessions.get(hash);
    return row && { ...(await this.signedIn(row)), sessionHash: hash };
  }

  private async readSessions(hashes: readonly string[]): Promise<ReadonlyMap<string, SessionCallerRow>> {
    const { STAFETT_SESSION_IDLE_MINUTES: idleMinutes } = this.settings.config;
    return callersBySession(this.database.manager, { hashes, on: await this.installation.today(), idleMinutes });
  }

  private async byToken(request: RequestWithCaller, token: string): Promise<SignedInCaller> {
    const tokenContent = await readApiToken(this.settings.apiTokenOptions, token);
    if (typeof tokenContent === 'string') throw await this.invalidToken(request, tokenContent);
    const { id } = tokenContent;
    const row = await callerByToken(this.database.manager, { id, on: await this.installation.today() });
    const reason = whyInvalid(row);
    if (!row || reason) throw await this.invalidToken(request, reason ?? 'unknown', row?.id, id);
    const scopes = row.scopes.filter((scope) => tokenContent.scopes.includes(scope));
    return { ...(await this.signedIn(row)), token: { id, scopes } };
  }

  private async signedIn(row: CallerRow): Promise<SignedInCaller> {
    return callerFromRow(row, await this.people.directory(), await this.installation.today());
  }

  private async invalidToken(
    request: RequestWithCaller,
    reason: string,
    subject?: string,
    token?: string,
  ): Promise<HttpRefusal> {
    await this.limits.invalidTokens.take(request.ip ?? '');
    await auditFailedSignIn(this.database.manager, { method: 'token', reason, subject, token });
    return refusedWith('signed-out', REASON_TEXTS[reason] ?? INVALID_TOKEN_TEXT);
  }
}

/** Builds the caller with what holds on the day: roles and absences from the directory, the rest from the row. */
export function callerFromRow(
  { id, name, unit, staff, speaksFor, parties }: CallerRow,
  directory: Directory,
  on: LocalDate,
): Pick<SignedInCaller, 'user' | 'actor'> {
  const withoutRoles: DirectoryUser = { id, name, unit, staff, grants: [] };
  const user = findUser(directory, id) ?? withoutRoles;
  const standsInFor = peopleActedFor(directory, id, on);
  return {
    user,
    actor: {
      user: user.id,
      grants: user.grants,
      ...(standsInFor.length > 0 && { standsInFor }),
      // People from outside always get the list: an empty one means that they represent nobody.
      ...((speaksFor.length > 0 || !staff) && { speaksFor }),
      ...(parties.length > 0 && { parties }),
    },
  };
}

function whyInvalid(row: TokenCallerRow | undefined): string | undefined {
  if (!row) return 'unknown';
  if (row.revoked) return 'revoked';
  if (row.expired) return 'err-jwt-expired';
  return row.deactivated ? 'deactivated' : undefined;
}

const INVALID_TOKEN_TEXT: Label = { nb: 'Tilgangsnøkkelen er ikke gyldig her.', en: 'The token is not valid here.' };
const REASON_TEXTS: Readonly<Record<string, Label>> = {
  'err-jwt-expired': { nb: 'Tilgangsnøkkelen er utløpt.', en: 'The token has expired.' },
  revoked: { nb: 'Tilgangsnøkkelen er trukket tilbake.', en: 'The token is revoked.' },
  deactivated: {
    nb: 'Personen som tilgangsnøkkelen gjelder for, har ikke lenger tilgang.',
    en: 'The person of the token no longer has access.',
  },
};
