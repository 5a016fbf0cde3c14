import { refuseCommand } from '../case/decide.js';
import { RULE_LEVEL } from '../model/rule-context.js';
import { blockers } from '../gate/blockers.js';
import { COMMANDS } from '../case/commands/command-table.js';
import { isSender, isAwaitingAnswer } from '../model/handover-state.js';
import { canActFor, isPermitted } from '../policy/permits.js';
import type { Case } from '../model/case.js';
import type { Actor, CommandType } from '../model/command.js';
import type { ProcessCore } from '../process/process-document.js';
import type { Refusal } from '../model/refusal.js';

export interface Action {
  readonly type: CommandType;
  readonly allowed: boolean;
  /** Why it is not allowed. */
  readonly why?: string;
}

/**
 * Every command with whether this person may give it now, and why not; the command's checks of its body still apply.
 */
export function availableActions(core: ProcessCore, state: Case, actor: Actor): Action[] {
  return (Object.keys(core.commands) as CommandType[]).map((type) => {
    const why =
      refuseCommand({ core, speed: 1, ruleLevel: RULE_LEVEL }, state, actor, type)?.detail ??
      reasonNotNow(core, state, actor, type);
    return why === null ? { type, allowed: true } : { type, allowed: false, why };
  });
}

function reasonNotNow(core: ProcessCore, state: Case, actor: Actor, type: CommandType): Refusal['detail'] | null {
  const refusal = COMMANDS[type].refuseNow?.(state);
  if (refusal) return refusal.detail;
  if (core.commands[type]?.who.includes('receiver')) return reasonNotReceiver(state, actor);
  if (core.commands[type]?.who.includes('asked'))
    return isPermitted(core, state, actor, ['asked']) ? null : 'Spørsmålet er stilt til en annen.';
  if (type !== 'decideGate') return null;
  if (!isPermitted(core, state, actor, core.gates[state.gate].decider)) return 'Beslutningen tas av en annen rolle.';
  return blockers(core, state).length > 0 ? 'Punkter på sjekklisten gjenstår.' : null;
}

function reasonNotReceiver(state: Case, actor: Actor): Refusal['detail'] | null {
  const handover = state.handovers.at(-1);
  if (!isAwaitingAnswer(handover)) return 'Ingen overlevering er åpen.';
  if (isSender(actor, handover)) return 'Den som sendte overleveringen kan ikke svare på den.';
  return handover.receivers.some((it) => canActFor(actor, it.person) && it.state !== 'ACCEPTED')
    ? null
    : 'Overleveringen er ikke sendt til deg.';
}
