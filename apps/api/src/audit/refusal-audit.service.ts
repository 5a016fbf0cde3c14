import { Inject, Injectable } from '@nestjs/common';
import type { Logger } from '#platform/logger.js';
import type { Problem } from '#platform/problems/http-refusal.js';
import { audit } from '#store/audit/audit.js';
import { DatabaseService } from '../shared/database.service.js';
import { LOG } from '../shared/log-token.js';
import type { RequestWithCaller } from '../shared/caller/caller.decorator.js';

const AUDITED_STATUSES = new Set([401, 403]);

/** Writes refusals of signed-in callers to the audit log: who, which code, which route; never the body or query. */
@Injectable()
export class RefusalAuditService {
  constructor(
    private readonly database: DatabaseService,
    @Inject(LOG) private readonly log: Logger,
  ) {}

  /** Never rejects: if auditing fails, the caller still gets the answer and the log gets the error. */
  async record({ status, code }: Problem, request: RequestWithCaller): Promise<void> {
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

const routeOf = ({ route }: RequestWithCaller): string | null => {
  const { path } = (route ?? {}) as { path?: unknown };
  return typeof path === 'string' ? path : null;
};
