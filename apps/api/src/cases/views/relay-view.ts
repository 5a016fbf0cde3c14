import { PHASES } from '#domain/process/process-document.js';
import type { Phase } from '#domain/process/process-document.js';
import { isOpen } from '#domain/model/case.js';
import type { Case } from '#domain/model/case.js';
import { isAwaitingAnswer } from '#domain/model/handover-state.js';
import type { CaseView } from '#contracts/http/cases/case.js';
import { personView, unitName } from '../../people/person-view.js';
import type { CaseContext } from './case-context.js';

/** The six phases of the relay: which are done, skipped or ahead, and where the case is. */
export function legsView(state: Case): CaseView['legs'] {
  const entered = new Map<Phase, string>();
  const left = new Map<Phase, string>();
  for (const { key, at } of state.marks) {
    const [what, phase = ''] = key.split(':');
    if (what === 'phase') entered.set(phase as Phase, at);
    if (what === 'left') left.set(phase as Phase, at);
  }
  const now = PHASES.indexOf(state.phase);
  const goal = state.decision?.changesPhase ? state.decision.toPhase : undefined;
  return PHASES.map((phase, place) => {
    const from = entered.get(phase);
    const to = phase === state.phase ? state.closedAt : left.get(phase);
    const was = from === undefined ? ('SKIPPED' as const) : ('DONE' as const);
    const ahead = phase === goal ? ('DECIDED' as const) : ('AHEAD' as const);
    return {
      phase,
      state: place === now ? ('NOW' as const) : place < now ? was : ahead,
      ...(from !== undefined && { from }),
      ...(to !== undefined && { to }),
    };
  });
}

/** Who has the case, and since when; the handover under way that may move it. Nobody has a closed case. */
export function batonView({ state, directory }: Pick<CaseContext, 'state' | 'directory'>): CaseView['baton'] {
  if (!isOpen(state)) return null;
  const handover = state.handovers.at(-1);
  return {
    unit: state.unit,
    unitName: unitName(directory, state.unit),
    person: state.owner,
    personName: personView(directory, state.owner).name,
    since: state.ownerSince,
    ...(isAwaitingAnswer(handover) && { handover: handover.id }),
  };
}
