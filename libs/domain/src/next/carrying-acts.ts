import { blockers } from '../gate/blockers.js';
import { LAPSED_CHOICES } from '../model/manager-choice.js';
import { isAwaitingAnswer, isDecisionHandedOver } from '../model/handover-state.js';
import { latestNamed } from '../model/named-by-facts.js';
import { askedForBy } from '../rules/state-rules.js';
import { routeOf } from '../rules/route-of.js';
import { factActs } from './fact-acts.js';
import { roleActs } from './question-acts.js';
import type { Blocker } from '../gate/blockers.js';
import type { Case, Handover } from '../model/case.js';
import type { GateOutcome, ProcessCore } from '../process/process-document.js';
import type { Act } from './act.js';

/** A command with the people to whom the process gives it. */
export function commandAct(core: ProcessCore, command: string, body: Act['body'] = {}): Act {
  return { command, body, who: core.commands[command]?.who ?? ['owner'] };
}

/** What carries the case on, best first: nothing else moves it until one of these is done. Empty on a closed case only. */
export function carryingActs(core: ProcessCore, state: Case): Act[] {
  if (state.closedAt !== undefined) return [];
  if (state.state === 'SUSPENDED') return [commandAct(core, 'resume')];
  const handover = state.handovers.at(-1);
  if (isAwaitingAnswer(handover)) return answerActs(handover);
  if (handover?.state === 'LAPSED') return lapsedActs(core, handover);
  if (handover?.state === 'DRAFT' && handover.purpose === 'TRANSFER') return [commandAct(core, 'sendHandover')];
  const { decision } = state;
  if (!decision) return gateActs(core, state);
  if (isDecisionHandedOver(state, decision.gate, decision.seq)) return [commandAct(core, 'complete')];
  return handOverActs(core, state);
}

/** Nobody answered: each way that the manager may choose. */
export function lapsedActs(core: ProcessCore, { purpose }: Handover): Act[] {
  const choices = purpose === 'PHASE' ? LAPSED_CHOICES : LAPSED_CHOICES.filter((choice) => choice !== 'REASSIGN');
  return choices.map((choice) => commandAct(core, 'resolveLapsed', { choice }));
}

/** What rests on the decision first, then the draft, then sending it. */
export function handOverActs(core: ProcessCore, state: Case): Act[] {
  const open = blockers(core, state);
  if (open.length > 0) return open.flatMap((blocker) => blockerActs(core, state, blocker));
  return state.handovers.at(-1)?.state === 'DRAFT' ? [commandAct(core, 'sendHandover')] : [draftAct(core, state)];
}

/** One act for the receivers who have yet to acknowledge, and one for those who have and are to accept. */
function answerActs({ receivers }: Handover): Act[] {
  return [true, false].flatMap((waiting) => {
    const persons = receivers
      .filter(({ state }) => state !== 'ACCEPTED' && (state === 'WAITING') === waiting)
      .map(({ person }) => person);
    const [first] = persons;
    return first === undefined ? [] : [{ ...answerAct(first, waiting), persons }];
  });
}

export function answerAct(person: string, waiting: boolean): Act {
  return {
    command: waiting ? 'acknowledgeHandover' : 'acceptHandover',
    body: {},
    who: ['receiver'],
    persons: [person],
  };
}

export function draftAct(core: ProcessCore, { decision }: Case): Act {
  return commandAct(core, 'draftHandover', { purpose: 'PHASE', toPhase: decision?.toPhase });
}

/** What meets the blockers of the gate; when none is left, the decision itself. */
export function gateActs(core: ProcessCore, state: Case): Act[] {
  if (state.gateStands === 'REFUSED') return afterRefusalActs(core, state);
  const open = blockers(core, state);
  return open.length > 0 ? open.flatMap((blocker) => blockerActs(core, state, blocker)) : decisionActs(core, state);
}

/** After a no: ask the decider again, or end it where the process has that way. */
function afterRefusalActs(core: ProcessCore, { phase }: Case): Act[] {
  const ends = core.commands.reject?.phases?.includes(phase) ?? false;
  return [
    commandAct(core, 'askDecision'),
    ...(ends ? [commandAct(core, 'reject', { individualDecision: false })] : []),
  ];
}

export function blockerActs(core: ProcessCore, state: Case, { item = '', unblock }: Blocker): Act[] {
  const { command, fact } = unblock;
  if (command === 'tickItem')
    return [{ command, body: { item }, who: core.items[item]?.by ?? ['owner', 'deputy', 'manager'], item }];
  const kind = askedForBy(core.items[item]?.metBy);
  if (kind) return roleActs(core, state, kind).map((act) => ({ ...act, item }));
  if (command !== 'registerFact') return [{ ...commandAct(core, command), item }];
  const metBy = core.items[item]?.metBy;
  const registered = fact ?? (metBy && 'state' in metBy ? metBy.facts?.[0] : undefined);
  return registered === undefined ? [] : factActs(core, state, registered, item);
}

/** The ways that lead to a handover, the one already chosen first; then those that keep the case where it is. */
export function decisionActs(core: ProcessCore, state: Case): Act[] {
  const chosen = latestNamed(core, state, 'nextStep');
  if (state.gate === 'G1' && chosen === 'REFER') return [commandAct(core, 'refer')];
  if (state.gate === 'G1' && chosen === 'REJECT') return [commandAct(core, 'reject', { individualDecision: false })];
  return wayActs(core, state);
}

/** The ways that the gate's decider may choose now. */
export function wayActs(core: ProcessCore, state: Case): Act[] {
  const chosen = latestNamed(core, state, 'nextStep');
  const gate = core.gates[state.gate];
  const route = routeOf(core, state);
  const order = (outcome: GateOutcome): number =>
    outcome.toPhase === undefined
      ? 3
      : state.gate === 'G1' && outcome.toPhase === chosen
        ? 0
        : outcome.exceptional
          ? 2
          : 1;
  return gate.outcomes
    .filter((outcome) => !(outcome.requiresRoute && route === undefined) && !isUsedUp(state, outcome))
    .sort((a, b) => order(a) - order(b))
    .map(({ decision, toPhase, requiresRoute }) => ({
      command: 'decideGate',
      body: { decision, ...(toPhase && { toPhase }), ...(requiresRoute && { route }) },
      who: gate.decider,
      gate: state.gate,
    }));
}

function isUsedUp({ decisions, gate }: Case, { decision, maxTimes }: GateOutcome): boolean {
  return (
    maxTimes !== undefined && decisions.filter((it) => it.gate === gate && it.decision === decision).length >= maxTimes
  );
}
