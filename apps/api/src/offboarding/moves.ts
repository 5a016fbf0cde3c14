import { Injectable } from '@nestjs/common';
import type { z } from 'zod';
import type { DirectoryUser } from '#domain/policy/directory.js';
import { mayRead } from '#domain/policy/read.js';
import type { movesBody } from '#contracts/http/people.js';
import type { movesReport } from '#contracts/http/views/people.js';
import { commandSeen } from '#store/cases/history/events.js';
import { findCase } from '#store/cases/lists/find-case.js';
import type { StoredCase } from '#store/cases/lists/find-case.js';
import { audit } from '#store/audit/audit.js';
import { attempt } from '../cases/commands/attempt.js';
import type { Attempt, No } from '../cases/commands/attempt.js';
import { Commands } from '../cases/commands/commands.js';
import { partKey } from '../cases/commands/part-key.js';
import { Rehearsals } from '../cases/commands/rehearsals.js';
import { personView } from '../people/directory/person-view.js';
import { Database } from '../shared/database.js';
import { Installation } from '../shared/installation.js';
import { People } from '../shared/people.js';
import { sideBySide } from '../shared/side-by-side.js';
import { CaseVersions } from '../shared/versions.js';
import { requireSuccessor } from '../people/administration/successor.js';
import type { SignedIn } from '../shared/caller/caller.js';

type Report = z.infer<typeof movesReport>;
type Line = Report['lines'][number];

/** Cases moved at the same time; the engine answers this many without long waits. */
const CONCURRENCY = 8;
/** Wall milliseconds to wait for the read model after each command. */
const VIEW_TIMEOUT_MS = 1_000;

interface Move {
  readonly caller: SignedIn;
  readonly key: string;
  readonly to: DirectoryUser;
  readonly dryRun: boolean;
}

/** Assigns many cases to one person. Every case decides for itself, and a refusal does not stop the others. */
@Injectable()
export class Moves {
  constructor(
    private readonly commands: Commands,
    private readonly rehearsals: Rehearsals,
    private readonly versions: CaseVersions,
    private readonly people: People,
    private readonly installation: Installation,
    private readonly database: Database,
  ) {}

  async make(caller: SignedIn, key: string, body: z.output<typeof movesBody>): Promise<Report> {
    await this.installation.readyClock();
    const directory = await this.people.directory();
    const to = requireSuccessor(directory, body.to, '/to');
    const move: Move = { caller, key, to, dryRun: body.dryRun };
    const ids = [...new Set(body.collaborations.map((id) => id.toLowerCase()))];
    let engineFailure: No | undefined;
    const moved: string[] = [];
    const lines = await sideBySide(CONCURRENCY, ids, async (id): Promise<Line> => {
      const stored = await findCase(this.database.manager, id);
      if (!stored || !mayRead(stored.state, caller.actor)) return line(id, null, 'REFUSED', NO_SUCH_CASE);
      const doneLine = await this.withoutGiving(stored, move);
      if (doneLine) return doneLine;
      if (engineFailure) return line(id, stored, 'NOT_TRIED', engineFailure);
      const result = await this.give(id, move);
      if (result.outcome === 'unknown' || result.outcome === 'unavailable') engineFailure = result.no;
      if (result.outcome !== 'done') return line(id, stored, OUTCOMES[result.outcome], result.no);
      moved.push(id);
      await this.versions.waitForVersion(id, result.version, VIEW_TIMEOUT_MS);
      return line(id, stored, 'MOVED');
    });
    if (moved.length > 0) {
      const detail = { to: to.id, moved: moved.sort(), asked: ids.length };
      await audit(this.database.manager, { kind: 'casesMoved', by: caller.user.id, subject: to.id, detail });
    }
    return { to: personView(directory, to.id), dryRun: body.dryRun, lines };
  }

  /** The line of a case that needs no command: it has the owner already, or this is a dry run. */
  private async withoutGiving(stored: StoredCase, { caller, key, to, dryRun }: Move): Promise<Line | undefined> {
    const { id, owner } = stored.state;
    if (owner === to.id) {
      const previous = await commandSeen(this.database.manager, id, partKey(key, id));
      return line(id, stored, previous ? 'MOVED' : 'ALREADY');
    }
    if (!dryRun) return undefined;
    const refusal = (await this.rehearsals.of(stored, caller))({ type: 'assignOwner', owner: to.id });
    return refusal ? line(id, stored, 'REFUSED', refusal) : line(id, stored, 'WOULD');
  }

  private give(id: string, { caller, key, to }: Move): Promise<Attempt> {
    const body = { type: 'assignOwner', owner: to.id } as const;
    const submitted = { key: partKey(key, id), ifMatch: undefined, by: caller.actor, body };
    return attempt(() => this.commands.give(id, caller, submitted));
  }
}

const NO_SUCH_CASE: No = { code: 'not-found', detail: 'Saken finnes ikke.' };

const OUTCOMES = { refused: 'REFUSED', unknown: 'UNKNOWN', unavailable: 'NOT_TRIED' } as const;

function line(id: string, stored: StoredCase | null, outcome: Line['outcome'], refusal?: No): Line {
  return {
    id,
    ...(stored && { number: stored.state.number, title: stored.title }),
    outcome,
    ...(refusal && { code: refusal.code, why: refusal.detail }),
    needsHandover: refusal?.instead === 'draftHandover',
  };
}
