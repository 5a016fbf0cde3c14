import { Injectable } from '@nestjs/common';
import type { UserId } from '#domain/model/case.js';
import type { CommandRequest } from '#contracts/http/commands.js';
import { mayRead } from '#domain/policy/read.js';
import type { StoredCase } from '#store/cases/lists/find-case.js';
import { attempt } from '../cases/commands/attempt.js';
import type { No } from '../cases/commands/attempt.js';
import { Commands } from '../cases/commands/commands.js';
import { partKey } from '../cases/commands/part-key.js';
import { Rehearsals } from '../cases/commands/rehearsals.js';
import { CaseVersions } from '../shared/versions.js';
import type { SignedIn } from '../shared/caller/caller.js';
import { isAwaited } from './holding.js';
import type { CaseHolding } from './holding.js';
import type { Handed } from './handed.js';

export interface HandingTerms {
  readonly caller: SignedIn;
  /** The request's Idempotency-Key. */
  readonly key: string;
  readonly dryRun: boolean;
  /** Who leaves. */
  readonly person: UserId;
  /** Who gets what belongs to a case. */
  readonly toOf: (caseId: string) => UserId | undefined;
  /** Who stands in for the one who leaves. */
  readonly substitute: UserId | undefined;
}

/** Gives a command that hands something over, or asks whether it would be taken. */
type Deal = (holding: CaseHolding, to: UserId | null, body: CommandRequest) => Promise<Handed>;

interface Plan {
  readonly to: UserId | null;
  /** What is in the way. */
  readonly no?: No;
  /** None for what falls to the substitute by itself. */
  readonly body?: CommandRequest;
}

/** Wall milliseconds that a case waits for its view. */
const VIEW_WITHIN = 1_000;

/** Why the contact is another: the entrepreneur and the successor read it. No name, as it stays with the case. */
const NOTE = 'Kontaktpersonen har sluttet i kommunen. Saken er overtatt av en kollega.';

/** Hands over what somebody has in one case, each thing by a command and an event of its own. */
@Injectable()
export class CaseHanding {
  constructor(
    private readonly commands: Commands,
    private readonly rehearsals: Rehearsals,
    private readonly versions: CaseVersions,
  ) {}

  async of(holdings: readonly CaseHolding[], terms: HandingTerms): Promise<Handed[]> {
    const [first] = holdings;
    if (!first) return [];
    const { stored } = first;
    if (!mayRead(stored.state, terms.caller.actor)) return holdings.map((holding) => handed(holding, null, UNSEEN));
    const deal = terms.dryRun ? await this.rehearsing(stored, terms) : this.giving(stored.state.id, terms);
    const done: Handed[] = [];
    for (const holding of holdings) {
      const { to, no, body } = planFor(holding, terms);
      if (no) done.push(handed(holding, to, no));
      else if (body) done.push(await deal(holding, to, body));
      else done.push({ holding, to, outcome: terms.dryRun ? 'WOULD' : 'DONE' });
    }
    return done;
  }

  private async rehearsing(stored: StoredCase, { caller }: HandingTerms): Promise<Deal> {
    const rehearse = await this.rehearsals.of(stored, caller);
    return async (holding, to, body) => handed(holding, to, rehearse(body));
  }

  private giving(id: string, { caller, key }: HandingTerms): Deal {
    return async (holding, to, body) => {
      const part = holding.kind === 'CASE_ROLE' ? `${holding.kind}:${holding.role}` : holding.kind;
      const given = { key: partKey(key, id, part), ifMatch: undefined, by: caller.actor, body };
      const made = await attempt(() => this.commands.give(id, caller, given));
      if (made.outcome !== 'done') return { holding, to, outcome: OUTCOMES[made.outcome], no: made.no };
      await this.versions.waitForVersion(id, made.version, VIEW_WITHIN);
      return { holding, to, outcome: 'DONE' };
    };
  }
}

const NO_SUCCESSOR: No = { code: 'unknown-person', detail: 'Velg hvem som skal overta.' };
const UNSEEN: No = {
  code: 'forbidden',
  detail: 'Saken er i en annen enhet: be den enheten eller en administrator om å ta over.',
};

const OUTCOMES = { refused: 'REFUSED', unknown: 'UNKNOWN', unavailable: 'WAITING' } as const;

const handed = (holding: CaseHolding, to: UserId | null, no: No | null): Handed =>
  no ? { holding, to, outcome: 'REFUSED', no } : { holding, to, outcome: 'WOULD' };

function planFor(holding: CaseHolding, { person, substitute, toOf }: HandingTerms): Plan {
  // A role in one case is nobody else's to take over: it ends.
  if (holding.kind === 'CASE_ROLE') return { to: null, body: { type: 'endParty', party: person, role: holding.role } };
  const to = holding.kind === 'HANDOVER' ? substitute : toOf(holding.stored.state.id);
  if (to === undefined) return { to: null, no: NO_SUCCESSOR };
  const no = inTheWay(holding, to);
  if (no) return { to, no };
  return holding.kind === 'HANDOVER' ? { to } : { to, body: commandFor(holding.kind, to) };
}

/** Nobody both sends and receives: not as owner of what they are to answer, nor in the place of one who answers them. */
function inTheWay(holding: CaseHolding, to: UserId): No | null {
  const { state } = holding.stored;
  if (holding.kind === 'OWNED_CASE' && state.handovers.some((handover) => isAwaited(handover, to))) {
    return { code: 'same-person', detail: 'Samme person ville både ha saken og ta imot overleveringen av den.' };
  }
  if (holding.kind !== 'HANDOVER') return null;
  const { from, sentBy } = holding.handover;
  return to === state.owner || to === from.person || to === sentBy
    ? { code: 'same-person', detail: 'Samme person ville både stå bak overleveringen og svare på den.' }
    : null;
}

function commandFor(kind: 'OWNED_CASE' | 'DEPUTY_CASE' | 'CONTACT_CASE', to: UserId): CommandRequest {
  if (kind === 'OWNED_CASE') return { type: 'assignOwner', owner: to };
  if (kind === 'DEPUTY_CASE') return { type: 'nameDeputy', deputy: to };
  return { type: 'changeContact', contact: to, note: NOTE };
}
