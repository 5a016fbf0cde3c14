import { Injectable } from '@nestjs/common';
import type { UserId } from '#domain/model/case.js';
import type { Refusal } from '#domain/model/refusal.js';
import type { CommandRequest } from '#contracts/http/cases/command.js';
import { canRead } from '#domain/policy/read-access.js';
import type { StoredCase } from '#store/cases/lists/find-case.js';
import { tryCommand } from '../cases/commands/command-result.js';
import { CommandsService } from '../cases/commands/commands.service.js';
import { commandKey } from '../shared/idempotency.service.js';
import { DryRunService } from '../cases/commands/dry-run.service.js';
import { CaseVersionsService } from '../shared/case-versions.service.js';
import type { SignedInCaller } from '../shared/caller/caller.decorator.js';
import { isPendingReceiver } from './holding.js';
import type { CaseHolding } from './holding.js';
import type { TransferResult } from './transfer-result.js';

export interface CaseTransferOptions {
  readonly caller: SignedInCaller;
  /** The request's Idempotency-Key. */
  readonly key: string;
  readonly dryRun: boolean;
  /** The person who leaves. */
  readonly person: UserId;
  /** Who takes over what the person holds in a case. */
  readonly successorFor: (caseId: string) => UserId | undefined;
  /** Who answers handovers in place of the person who leaves. */
  readonly substitute: UserId | undefined;
}

/** Submits a command that transfers a holding, or in a dry run checks whether it would be accepted. */
type TransferHolding = (holding: CaseHolding, to: UserId | null, body: CommandRequest) => Promise<TransferResult>;

interface Plan {
  readonly to: UserId | null;
  /** Why it cannot be transferred. */
  readonly refusal?: Refusal;
  /** Absent for a handover, which the substitute may answer without any command. */
  readonly body?: CommandRequest;
}

/** Wall milliseconds to wait for the view after each command. */
const VIEW_TIMEOUT_MS = 1_000;

/** The entrepreneur and the successor read it. It names nobody, because it stays with the case. */
const CONTACT_CHANGE_NOTE = 'Kontaktpersonen har sluttet i kommunen. Saken er overtatt av en kollega.';

/** Transfers what a person holds in one case, each holding by its own command and event. */
@Injectable()
export class CaseTransferService {
  constructor(
    private readonly commands: CommandsService,
    private readonly dryRuns: DryRunService,
    private readonly versions: CaseVersionsService,
  ) {}

  async transfer(holdings: readonly CaseHolding[], terms: CaseTransferOptions): Promise<TransferResult[]> {
    const [first] = holdings;
    if (!first) return [];
    const { stored } = first;
    if (!canRead(stored.state, terms.caller.actor))
      return holdings.map((holding) => plannedOrRefused(holding, null, NOT_READABLE));
    const transfer = terms.dryRun
      ? await this.dryRunTransfer(stored, terms)
      : this.submitTransfer(stored.state.id, terms);
    const done: TransferResult[] = [];
    for (const holding of holdings) {
      const { to, refusal, body } = planFor(holding, terms);
      if (refusal) done.push(plannedOrRefused(holding, to, refusal));
      else if (body) done.push(await transfer(holding, to, body));
      else done.push({ holding, to, outcome: terms.dryRun ? 'WOULD' : 'DONE' });
    }
    return done;
  }

  private async dryRunTransfer(stored: StoredCase, { caller }: CaseTransferOptions): Promise<TransferHolding> {
    const rehearse = await this.dryRuns.start(stored, caller);
    return async (holding, to, body) => plannedOrRefused(holding, to, rehearse(body));
  }

  private submitTransfer(id: string, { caller, key }: CaseTransferOptions): TransferHolding {
    return async (holding, to, body) => {
      const part = holding.kind === 'CASE_ROLE' ? `${holding.kind}:${holding.role}` : holding.kind;
      const submitted = { key: commandKey(key, id, part), ifMatch: undefined, by: caller.actor, body };
      const result = await tryCommand(() => this.commands.submit(id, caller, submitted));
      if (result.outcome !== 'done') return { holding, to, outcome: OUTCOMES[result.outcome], refusal: result.refusal };
      await this.versions.waitForVersion(id, result.version, VIEW_TIMEOUT_MS);
      return { holding, to, outcome: 'DONE' };
    };
  }
}

const NO_SUCCESSOR: Refusal = { code: 'unknown-person', detail: 'Velg hvem som skal overta.' };
const NOT_READABLE: Refusal = {
  code: 'forbidden',
  detail: 'Saken er i en annen enhet: be den enheten eller en administrator om å ta over.',
};

const OUTCOMES = { refused: 'REFUSED', unknown: 'UNKNOWN', unavailable: 'WAITING' } as const;

const plannedOrRefused = (holding: CaseHolding, to: UserId | null, refusal: Refusal | null): TransferResult =>
  refusal ? { holding, to, outcome: 'REFUSED', refusal: refusal } : { holding, to, outcome: 'WOULD' };

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
  return { type: 'changeContact', contact: to, note: CONTACT_CHANGE_NOTE };
}
