import { Injectable } from '@nestjs/common';
import pMap from 'p-map';
import type { z } from 'zod';
import type { Refusal } from '#domain/model/refusal.js';
import type { DirectoryUser } from '#domain/policy/directory.js';
import { canRead } from '#domain/policy/read-access.js';
import type { movesBody } from '#contracts/http/offboarding.js';
import type { movesReport } from '#contracts/http/offboarding.js';
import { findRecordedCommand } from '#store/cases/history/read-events.js';
import { findCase } from '#store/cases/lists/find-case.js';
import type { StoredCase } from '#store/cases/lists/find-case.js';
import { audit } from '#store/audit/audit.js';
import { tryCommand } from '../cases/commands/command-result.js';
import type { CommandResult } from '../cases/commands/command-result.js';
import { CommandsService } from '../cases/commands/commands.service.js';
import { commandKey } from '../shared/idempotency.service.js';
import { DryRunService } from '../cases/commands/dry-run.service.js';
import { personView } from '../people/person-view.js';
import { DatabaseService } from '../shared/database.service.js';
import { InstallationClockService } from '../shared/installation-clock.service.js';
import { DirectoryService } from '../shared/directory.service.js';
import { CaseVersionsService } from '../shared/case-versions.service.js';
import { requireSuccessor } from '../people/administration/require-successor.js';
import type { SignedInCaller } from '../shared/caller/caller.decorator.js';

type Report = z.infer<typeof movesReport>;
type Line = Report['lines'][number];

/** Cases moved at the same time; the engine answers this many without long waits. */
const FEW_AT_A_TIME = { concurrency: 8 };
/** Wall milliseconds to wait for the view after each command. */
const VIEW_TIMEOUT_MS = 1_000;

interface Move {
  readonly caller: SignedInCaller;
  readonly key: string;
  readonly to: DirectoryUser;
  readonly dryRun: boolean;
}

/** Assigns many cases to one person. Every case decides for itself, and a refusal does not stop the others. */
@Injectable()
export class MovesService {
  constructor(
    private readonly commands: CommandsService,
    private readonly dryRuns: DryRunService,
    private readonly versions: CaseVersionsService,
    private readonly people: DirectoryService,
    private readonly installation: InstallationClockService,
    private readonly database: DatabaseService,
  ) {}

  async move(caller: SignedInCaller, key: string, body: z.output<typeof movesBody>): Promise<Report> {
    await this.installation.requireClock();
    const directory = await this.people.directory();
    const to = requireSuccessor(directory, body.to, '/to');
    const move: Move = { caller, key, to, dryRun: body.dryRun };
    const ids = [...new Set(body.collaborations.map((id) => id.toLowerCase()))];
    let engineFailure: Refusal | undefined;
    const moved: string[] = [];
    const moveOne = async (id: string): Promise<Line> => {
      const stored = await findCase(this.database.manager, id);
      if (!stored || !canRead(stored.state, caller.actor)) return line(id, null, 'REFUSED', NO_SUCH_CASE);
      const doneLine = await this.lineWithoutCommand(stored, move);
      if (doneLine) return doneLine;
      if (engineFailure) return line(id, stored, 'NOT_TRIED', engineFailure);
      const result = await this.assign(id, move);
      if (result.outcome === 'unknown' || result.outcome === 'unavailable') engineFailure = result.refusal;
      if (result.outcome !== 'done') return line(id, stored, OUTCOMES[result.outcome], result.refusal);
      moved.push(id);
      await this.versions.waitForVersion(id, result.version, VIEW_TIMEOUT_MS);
      return line(id, stored, 'MOVED');
    };
    const lines = await pMap(ids, moveOne, FEW_AT_A_TIME);
    if (moved.length > 0) {
      const detail = { to: to.id, moved: moved.sort(), asked: ids.length };
      await audit(this.database.manager, { kind: 'casesMoved', by: caller.user.id, subject: to.id, detail });
    }
    return { to: personView(directory, to.id), dryRun: body.dryRun, lines };
  }

  /** The line of a case that needs no command: it has the owner already, or this is a dry run. */
  private async lineWithoutCommand(stored: StoredCase, { caller, key, to, dryRun }: Move): Promise<Line | undefined> {
    const { id, owner } = stored.state;
    if (owner === to.id) {
      const previous = await findRecordedCommand(this.database.manager, id, commandKey(key, id));
      return line(id, stored, previous ? 'MOVED' : 'ALREADY');
    }
    if (!dryRun) return undefined;
    const refusal = (await this.dryRuns.start(stored, caller))({ type: 'assignOwner', owner: to.id });
    return refusal ? line(id, stored, 'REFUSED', refusal) : line(id, stored, 'WOULD');
  }

  private assign(id: string, { caller, key, to }: Move): Promise<CommandResult> {
    const body = { type: 'assignOwner', owner: to.id } as const;
    const submitted = { key: commandKey(key, id), ifMatch: undefined, by: caller.actor, body };
    return tryCommand(() => this.commands.submit(id, caller, submitted));
  }
}

const NO_SUCH_CASE: Refusal = { code: 'not-found', detail: 'Saken finnes ikke.' };

const OUTCOMES = { refused: 'REFUSED', unknown: 'UNKNOWN', unavailable: 'NOT_TRIED' } as const;

function line(id: string, stored: StoredCase | null, outcome: Line['outcome'], refusal?: Refusal): Line {
  return {
    id,
    ...(stored && { number: stored.state.number, title: stored.title }),
    outcome,
    ...(refusal && { code: refusal.code, why: refusal.detail }),
    needsHandover: refusal?.unblock?.command === 'draftHandover',
  };
}
