import { refuseCommand } from '../case/decide.js';
import { RULE_LEVEL } from '../model/rule-context.js';
import { blockers } from '../gate/blockers.js';
import { COMMANDS } from '../case/commands/command-table.js';
import { isSender, isAwaitingAnswer } from '../model/handover-state.js';
import { canActFor, isPermitted } from '../policy/permits.js';
import type { Case } from '../model/case.js';
import type { Actor, CommandType } from '../model/command.js';
import type { Label, ProcessCore } from '../process/process-document.js';

export interface Action {
  readonly type: CommandType;
  readonly allowed: boolean;
  /** Why it is not allowed. */
  readonly why?: Label;
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

function reasonNotNow(core: ProcessCore, state: Case, actor: Actor, type: CommandType): Label | null {
  const refusal = COMMANDS[type].refuseNow?.(state);
  if (refusal) return refusal.detail;
  if (core.commands[type]?.who.includes('receiver')) return reasonNotReceiver(state, actor);
  if (core.commands[type]?.who.includes('asked'))
    return isPermitted(core, state, actor, ['asked'])
      ? null
      : { nb: 'Spørsmålet er stilt til en annen.', en: 'The question is asked of somebody else.' };
  if (type !== 'decideGate') return null;
  if (!isPermitted(core, state, actor, core.gates[state.gate].decider))
    return { nb: 'Beslutningen tas av en annen rolle.', en: 'The decision is taken by another role.' };
  return blockers(core, state).length > 0
    ? { nb: 'Punkter på sjekklisten gjenstår.', en: 'Items on the checklist remain.' }
    : null;
}

function reasonNotReceiver(state: Case, actor: Actor): Label | null {
  const handover = state.handovers.at(-1);
  if (!isAwaitingAnswer(handover)) return { nb: 'Ingen overlevering er åpen.', en: 'No handover is open.' };
  if (isSender(actor, handover))
    return {
      nb: 'Den som sendte overleveringen kan ikke svare på den.',
      en: 'The person who sent the handover cannot answer it.',
    };
  return handover.receivers.some((it) => canActFor(actor, it.person) && it.state !== 'ACCEPTED')
    ? null
    : { nb: 'Overleveringen er ikke sendt til deg.', en: 'The handover is not sent to you.' };
}
