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

/** Cases moved at the same time: as many as the engine answers without any of them waiting long. */
const WIDTH = 8;
/** Wall milliseconds that the answer waits for the views. */
const VIEWS_WITHIN = 1_000;

interface Move {
  readonly caller: SignedIn;
  readonly key: string;
  readonly to: DirectoryUser;
  readonly dryRun: boolean;
}

/** Gives many cases to one person: each case judges its own move, and one that says no does not stop the rest. */
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
    let down: No | undefined;
    const moved: string[] = [];
    const lines = await sideBySide(WIDTH, ids, async (id): Promise<Line> => {
      const stored = await findCase(this.database.manager, id);
      if (!stored || !mayRead(stored.state, caller.actor)) return line(id, null, 'REFUSED', NO_SUCH_CASE);
      const known = await this.withoutGiving(stored, move);
      if (known) return known;
      if (down) return line(id, stored, 'NOT_TRIED', down);
      const made = await this.give(id, move);
      if (made.outcome === 'unknown' || made.outcome === 'unavailable') down = made.no;
      if (made.outcome !== 'done') return line(id, stored, OUTCOMES[made.outcome], made.no);
      moved.push(id);
      await this.versions.waitForVersion(id, made.version, VIEWS_WITHIN);
      return line(id, stored, 'MOVED');
    });
    if (moved.length > 0) {
      const detail = { to: to.id, moved: moved.sort(), asked: ids.length };
      await audit(this.database.manager, { kind: 'casesMoved', by: caller.user.id, subject: to.id, detail });
    }
    return { to: personView(directory, to.id), dryRun: body.dryRun, lines };
  }

  /** The line of a case that has moved, need not move or is only asked whether it would. */
  private async withoutGiving(stored: StoredCase, { caller, key, to, dryRun }: Move): Promise<Line | undefined> {
    const { id, owner } = stored.state;
    if (owner === to.id) {
      const seen = await commandSeen(this.database.manager, id, partKey(key, id));
      return line(id, stored, seen ? 'MOVED' : 'ALREADY');
    }
    if (!dryRun) return undefined;
    const no = (await this.rehearsals.of(stored, caller))({ type: 'assignOwner', owner: to.id });
    return no ? line(id, stored, 'REFUSED', no) : line(id, stored, 'WOULD');
  }

  private give(id: string, { caller, key, to }: Move): Promise<Attempt> {
    const body = { type: 'assignOwner', owner: to.id } as const;
    const given = { key: partKey(key, id), ifMatch: undefined, by: caller.actor, body };
    return attempt(() => this.commands.give(id, caller, given));
  }
}

const NO_SUCH_CASE: No = { code: 'not-found', detail: 'Saken finnes ikke.' };

const OUTCOMES = { refused: 'REFUSED', unknown: 'UNKNOWN', unavailable: 'NOT_TRIED' } as const;

function line(id: string, stored: StoredCase | null, outcome: Line['outcome'], no?: No): Line {
  return {
    id,
    ...(stored && { number: stored.state.number, title: stored.title }),
    outcome,
    ...(no && { code: no.code, why: no.detail }),
    needsHandover: no?.instead === 'draftHandover',
  };
}
