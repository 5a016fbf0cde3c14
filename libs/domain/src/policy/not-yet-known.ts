import { isUnsent } from '../model/handover-state.js';
import type { Case, GateDecision } from '../model/case.js';
import type { CaseEvent } from '../model/events.js';
import type { Aspect, GateId, ProcessDocument } from '../process/process-document.js';

/**
 * What has happened and is not known to everybody with access to the case: a handover that is not sent, a decision that is not told, and
 * amounts before the award.
 */

export interface ReadCase {
  readonly document: Pick<ProcessDocument, 'facts' | 'phases' | 'gates' | 'deadlines'>;
  readonly state: Case;
}

/** The case as the reader knows it: everything that is shown of a case is made of this. */
export function shownCase(state: Case, reads: ReadonlySet<Aspect>): Case {
  const handovers = reads.has('draft') ? state.handovers : state.handovers.filter((it) => !isUnsent(it));
  const known = handovers.length === state.handovers.length ? state : { ...state, handovers };
  const untold = reads.has('internal') ? [] : untoldDecisions(state);
  if (untold.length === 0) return known;
  const isTold = ({ seq }: { readonly seq: number }) => untold.every((it) => it.seq !== seq);
  return {
    ...known,
    decisions: state.decisions.filter(isTold),
    decision: state.decision && isTold(state.decision) ? state.decision : null,
    deadlines: state.deadlines.filter(({ basis }) => isTold(basis)),
  };
}

/** Whether the reader knows that it happened. */
export function isKnownTo(state: Case, event: CaseEvent, reads: ReadonlySet<Aspect>): boolean {
  const { type, data } = event;
  if (type === 'handoverDrafted' || type === 'handoverWithdrawn')
    return reads.has('draft') || state.handovers.some((it) => it.id === data.handover && !isUnsent(it));
  if (reads.has('internal')) return true;
  const untold = untoldDecisions(state).map(({ seq }) => seq);
  return !untold.includes(event.seq) && !untold.includes(basisOf(state, event) ?? 0);
}

/** Of an event about a deadline: the event that the deadline began with. */
function basisOf({ deadlines }: Case, { data }: CaseEvent): number | undefined {
  if (!('deadline' in data)) return undefined;
  const { deadline } = data;
  return typeof deadline === 'string' ? deadlines.find(({ id }) => id === deadline)?.basis.seq : deadline.basis.seq;
}

/** Decisions that are told by a fact which does not stand yet. */
function untoldDecisions({ decisions, facts }: Case): readonly GateDecision[] {
  return decisions.filter(
    ({ toldBy, seq }) =>
      toldBy !== undefined && !facts.some((it) => it.fact === toldBy && it.seq > seq && !it.retracted),
  );
}

/** Before the award, whoever may tender sees neither the estimate nor the budget, nor the reason and the route of a decision that weighs them. */
export function withoutWhatAwaitsTheAward({ document, state }: ReadCase, event: CaseEvent): CaseEvent {
  if (event.type === 'gateDecided') {
    if (!isReasonWithheld({ document, state }, event.data.gate, event.seq)) return event;
    const { reason: _reason, route: _route, ...told } = event.data;
    return { ...event, data: told } as CaseEvent;
  }
  if (event.type !== 'factRegistered' && event.type !== 'factCorrected') return event;
  if (isAwarded(document, state, event.seq)) return event;
  const fields = document.facts[event.data.fact]?.schema.properties ?? {};
  const shown = Object.entries(event.data.data).filter(([name]) => fields[name]?.['x-after-award'] !== true);
  return { ...event, data: { ...event.data, data: Object.fromEntries(shown) } } as CaseEvent;
}

/** The reason of a decision at a gate before the award; a case that has ended is awarded to nobody. */
export function isReasonWithheld({ document, state }: ReadCase, gate: GateId, since: number): boolean {
  const awaits = document.gates[gate].reasonAfterAward === true;
  return awaits && state.closedAt === undefined && !isAwarded(document, state, since);
}

/** Whether it holds amounts that are known outside since the award. */
export function isSeenSinceAward({ document, state }: ReadCase, { type, data, seq }: CaseEvent): boolean {
  if (type !== 'factRegistered' && type !== 'factCorrected') return false;
  const fields = Object.values(document.facts[data.fact]?.schema.properties ?? {});
  return fields.some((it) => it['x-after-award'] === true) && isAwarded(document, state, seq);
}

/** Whether the contract was awarded after what was recorded then; a later competition has its own award. */
function isAwarded({ facts, phases }: ReadCase['document'], state: Case, since: number): boolean {
  const isAward = (it: Case['facts'][number]) => !it.retracted && it.seq >= since && facts[it.fact]?.award === true;
  const isAfter = ({ key, seq }: Case['marks'][number]) =>
    seq > since && Object.entries(phases).some(([id, { afterAward }]) => afterAward && key === `phase:${id}`);
  return phases[state.phase].afterAward === true || state.facts.some(isAward) || state.marks.some(isAfter);
}
