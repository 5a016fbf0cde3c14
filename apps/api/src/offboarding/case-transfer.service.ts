import { Injectable } from '@nestjs/common';
import type { UserId } from '#domain/model/case.js';
import type { Refusal } from '#domain/model/refusal.js';
import type { CommandRequest } from '#contracts/http/cases/command.js';
import { canRead } from '#domain/policy/read-access.js';
import { BulkCommandsService } from '../cases/commands/bulk-commands.service.js';
import type { BulkCommandResult, BulkRequest } from '../cases/commands/bulk-commands.service.js';
import { isPendingReceiver } from './holding.js';
import type { CaseHolding } from './holding.js';
import type { TransferResult } from './transfer-result.js';

export interface CaseTransferOptions extends BulkRequest {
  /** The person who leaves. */
  readonly person: UserId;
  /** Who takes over what the person holds in a case. */
  readonly successorFor: (caseId: string) => UserId | undefined;
  /** Who answers handovers in place of the person who leaves. */
  readonly substitute: UserId | undefined;
}

interface Plan {
  readonly to: UserId | null;
  /** Why it cannot be transferred. */
  readonly refusal?: Refusal;
  /** Absent for a handover, which the substitute may answer without any command. */
  readonly body?: CommandRequest;
}

/** The entrepreneur and the successor read it. It names nobody, because it stays with the case. */
const CONTACT_CHANGE_NOTE = 'Kontaktpersonen har sluttet i kommunen. Saken er overtatt av en kollega.';

/** Transfers what a person holds in one case, each holding by its own command and event. */
@Injectable()
export class CaseTransferService {
  constructor(private readonly bulk: BulkCommandsService) {}

  async transfer(holdings: readonly CaseHolding[], terms: CaseTransferOptions): Promise<TransferResult[]> {
    const [first] = holdings;
    if (!first) return [];
    const { stored } = first;
    if (!canRead(stored.state, terms.caller.actor))
      return holdings.map((holding) => ({ holding, to: null, outcome: 'REFUSED', refusal: NOT_READABLE }));
    const give = await this.bulk.start(stored, terms);
    const done: TransferResult[] = [];
    for (const holding of holdings) {
      // The contact follows the owner, who was both.
      const owned = done.find((it) => it.holding.kind === 'OWNED_CASE' && it.outcome !== 'REFUSED');
      if (holding.kind === 'CONTACT_CASE' && owned) {
        done.push({ ...owned, holding });
        continue;
      }
      const { to, refusal, body } = planFor(holding, terms);
      if (refusal) done.push({ holding, to, outcome: 'REFUSED', refusal });
      else if (body) done.push(resultOf(holding, to, await give(body, partOf(holding))));
      else done.push({ holding, to, outcome: terms.dryRun ? 'WOULD' : 'DONE' });
    }
    return done;
  }
}

const NO_SUCCESSOR: Refusal = {
  code: 'unknown-person',
  detail: { nb: 'Velg hvem som skal overta.', en: 'Choose who is to take over.' },
};
const NOT_READABLE: Refusal = {
  code: 'forbidden',
  detail: {
    nb: 'Saken er i en annen enhet: be den enheten eller en administrator om å ta over.',
    en: 'The case is in another unit: ask that unit or an administrator to take over.',
  },
};

const OUTCOMES = {
  planned: 'WOULD',
  done: 'DONE',
  refused: 'REFUSED',
  unknown: 'UNKNOWN',
  unavailable: 'WAITING',
} as const;

function resultOf(holding: CaseHolding, to: UserId | null, result: BulkCommandResult): TransferResult {
  const outcome = OUTCOMES[result.outcome];
  return 'refusal' in result ? { holding, to, outcome, refusal: result.refusal } : { holding, to, outcome };
}

/** Tells the commands to one case apart. */
const partOf = (holding: CaseHolding): string =>
  holding.kind === 'CASE_ROLE' ? `${holding.kind}:${holding.role}` : holding.kind;

function planFor(holding: CaseHolding, { person, substitute, successorFor }: CaseTransferOptions): Plan {
  // Nobody takes over a role in a single case: it ends.
  if (holding.kind === 'CASE_ROLE') return { to: null, body: { type: 'endParty', party: person, role: holding.role } };
  const to = holding.kind === 'HANDOVER' ? substitute : successorFor(holding.stored.state.id);
  if (to === undefined) return { to: null, refusal: NO_SUCCESSOR };
  const refusal = refuseSamePerson(holding, to);
  if (refusal) return { to, refusal };
  return holding.kind === 'HANDOVER' ? { to } : { to, body: commandFor(holding.kind, to) };
}

/** Refuses a successor who would both send and receive the same handover. */
function refuseSamePerson(holding: CaseHolding, to: UserId): Refusal | null {
  const { state } = holding.stored;
  if (holding.kind === 'OWNED_CASE' && state.handovers.some((handover) => isPendingReceiver(handover, to))) {
    return {
      code: 'same-person',
      detail: {
        nb: 'Samme person ville både ha saken og ta imot overleveringen av den.',
        en: 'The same person would both have the case and receive the handover of it.',
      },
    };
  }
  if (holding.kind !== 'HANDOVER') return null;
  const { from, sentBy } = holding.handover;
  return to === state.owner || to === from.person || to === sentBy
    ? {
        code: 'same-person',
        detail: {
          nb: 'Samme person ville både stå bak overleveringen og svare på den.',
          en: 'The same person would both send the handover and answer it.',
        },
      }
    : null;
}

function commandFor(kind: 'OWNED_CASE' | 'DEPUTY_CASE' | 'CONTACT_CASE', to: UserId): CommandRequest {
  if (kind === 'OWNED_CASE') return { type: 'assignOwner', owner: to };
  if (kind === 'DEPUTY_CASE') return { type: 'nameDeputy', deputy: to };
  return { type: 'changeContact', contact: to, note: CONTACT_CHANGE_NOTE };
}
