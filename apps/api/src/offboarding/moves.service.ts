import { Injectable } from '@nestjs/common';
import pMap from 'p-map';
import type { z } from 'zod';
import { canRead } from '#domain/policy/read-access.js';
import type { movesBody, movesReport } from '#contracts/http/offboarding.js';
import { findRecordedCommand } from '#store/cases/history/read-events.js';
import { findCase } from '#store/cases/lists/find-case.js';
import type { StoredCase } from '#store/cases/lists/find-case.js';
import { audit } from '#store/audit/audit.js';
import { BulkCommandsService } from '../cases/commands/bulk-commands.service.js';
import type { BulkRequest } from '../cases/commands/bulk-commands.service.js';
import type { Refusal } from '#domain/model/refusal.js';
import { commandKey } from '../shared/idempotency.service.js';
import { personView } from '../people/person-view.js';
import { DatabaseService } from '../shared/database.service.js';
import { InstallationClockService } from '../shared/installation-clock.service.js';
import { DirectoryService } from '../shared/directory.service.js';
import { requireSuccessor } from '../people/administration/require-successor.js';
import type { Language } from '../shared/input/language.decorator.js';
import type { SignedInCaller } from '../shared/caller/caller.decorator.js';

type Report = z.infer<typeof movesReport>;
type Line = Report['lines'][number];

/** Cases moved at the same time; the engine answers this many without long waits. */
const FEW_AT_A_TIME = { concurrency: 8 };

/** Assigns many cases to one person. Every case decides for itself, and a refusal does not stop the others. */
@Injectable()
export class MovesService {
  constructor(
    private readonly bulk: BulkCommandsService,
    private readonly people: DirectoryService,
    private readonly installation: InstallationClockService,
    private readonly database: DatabaseService,
  ) {}

  async move(
    caller: SignedInCaller,
    key: string,
    body: z.output<typeof movesBody>,
    language: Language,
  ): Promise<Report> {
    const line = lineIn(language);
    await this.installation.requireClock();
    const directory = await this.people.directory();
    const to = requireSuccessor(directory, body.to, '/to');
    const request: BulkRequest = { caller, key, dryRun: body.dryRun };
    const ids = [...new Set(body.collaborations.map((id) => id.toLowerCase()))];
    let engineFailure: Refusal | undefined;
    const moved: string[] = [];
    const moveOne = async (id: string): Promise<Line> => {
      const stored = await findCase(this.database.manager, id);
      if (!stored || !canRead(stored.state, caller.actor)) return line(id, null, 'REFUSED', NO_SUCH_CASE);
      if (stored.state.owner === to.id) return this.lineOfOwned(stored, key, language);
      if (engineFailure) return line(id, stored, 'NOT_TRIED', engineFailure);
      const give = await this.bulk.start(stored, request);
      const result = await give({ type: 'assignOwner', owner: to.id });
      if (result.outcome === 'done') moved.push(id);
      if (result.outcome === 'unknown' || result.outcome === 'unavailable') engineFailure = result.refusal;
      return line(id, stored, OUTCOMES[result.outcome], 'refusal' in result ? result.refusal : undefined);
    };
    const lines = await pMap(ids, moveOne, FEW_AT_A_TIME);
    if (moved.length > 0) {
      const detail = { to: to.id, moved: moved.sort(), asked: ids.length };
      await audit(this.database.manager, { kind: 'casesMoved', by: caller.user.id, subject: to.id, detail });
    }
    return { to: personView(directory, to.id), dryRun: body.dryRun, lines };
  }

  /** The line of a case that the person owns already, maybe by an earlier attempt of this request. */
  private async lineOfOwned(stored: StoredCase, key: string, language: Language): Promise<Line> {
    const { id } = stored.state;
    const earlier = await findRecordedCommand(this.database.manager, id, commandKey(key, id));
    return lineIn(language)(id, stored, earlier ? 'MOVED' : 'ALREADY');
  }
}

const NO_SUCH_CASE: Refusal = {
  code: 'not-found',
  detail: { nb: 'Saken finnes ikke.', en: 'The case does not exist.' },
};

const OUTCOMES = {
  planned: 'WOULD',
  done: 'MOVED',
  refused: 'REFUSED',
  unknown: 'UNKNOWN',
  unavailable: 'NOT_TRIED',
} as const;

const lineIn =
  (language: Language) =>
  (id: string, stored: StoredCase | null, outcome: Line['outcome'], refusal?: Refusal): Line => ({
    id,
    ...(stored && { number: stored.state.number, title: stored.title }),
    outcome,
    ...(refusal && { code: refusal.code, why: refusal.detail[language] }),
    needsHandover: refusal?.unblock?.command === 'draftHandover',
  });
