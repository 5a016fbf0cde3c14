import { Injectable } from '@nestjs/common';
import type { UserId } from '#domain/case/case.js';
import type { CommandRequest } from '#contracts/http/commands.js';
import { mayRead } from '#domain/policy/read.js';
import { attempt } from '../commands/attempt.js';
import type { No } from '../commands/attempt.js';
import { Commands } from '../commands/commands.js';
import { partKey } from '../commands/part-key.js';
import { Rehearsals } from '../commands/rehearsals.js';
import { CaseVersions } from '../parts/versions.js';
import type { SignedIn } from '../sign-in/caller.js';
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
    const rehearse = await this.rehearsals.of(stored, terms.caller);
    const give = this.giving(stored.state.id, terms);
    const done: Handed[] = [];
    for (const holding of holdings) {
      if (holding.kind === 'CASE_ROLE') {
        // A role in one case is nobody else's to take over: it ends.
        const end = { type: 'endParty', party: terms.person, role: holding.role } as const;
        done.push(terms.dryRun ? handed(holding, null, rehearse(end)) : await give(holding, null, end));
        continue;
      }
      const to = holding.kind === 'HANDOVER' ? terms.substitute : terms.toOf(stored.state.id);
      const no = to === undefined ? NO_SUCCESSOR : inTheWay(holding, to);
      if (to === undefined || no) done.push(handed(holding, to ?? null, no ?? NO_SUCCESSOR));
      else if (holding.kind === 'HANDOVER') done.push({ holding, to, outcome: terms.dryRun ? 'WOULD' : 'DONE' });
      else if (terms.dryRun) done.push(handed(holding, to, rehearse(commandFor(holding.kind, to))));
      else done.push(await give(holding, to, commandFor(holding.kind, to)));
    }
    return done;
  }

  private giving(id: string, { caller, key }: HandingTerms) {
    return async (holding: CaseHolding, to: UserId | null, body: CommandRequest): Promise<Handed> => {
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
