import { Inject, Injectable } from '@nestjs/common';
import type { Logger } from '#platform/log.js';
import type { RefusalBody } from '#platform/problems/refusal.js';
import { audit } from '#store/audit/audit.js';
import { Database } from '../shared/database.js';
import { LOG } from '../shared/log.js';
import type { SignedInRequest } from '../shared/caller/caller.js';

const AUDITED_STATUSES = new Set([401, 403]);

/** Writes refusals of signed-in callers to the audit log: who, which code, which route; never the body or query. */
@Injectable()
export class RefusalLog {
  constructor(
    private readonly database: Database,
    @Inject(LOG) private readonly log: Logger,
  ) {}

  /** Never rejects: if auditing fails, the caller still gets the answer and the log gets the error. */
  async add({ status, code }: RefusalBody, request: SignedInRequest): Promise<void> {
    const { caller, method } = request;
    if (!caller || !AUDITED_STATUSES.has(status)) return;
    const detail = { code, method, route: routeOf(request), ...(caller.token && { token: caller.token.id }) };
    try {
      await audit(this.database.manager, { kind: 'refused', by: caller.user.id, detail });
    } catch (error) {
      this.log.error({ err: error, code }, 'a refusal could not be audited');
    }
  }
}

const routeOf = ({ route }: SignedInRequest): string | null => {
  const { path } = (route ?? {}) as { path?: unknown };
  return typeof path === 'string' ? path : null;
};
