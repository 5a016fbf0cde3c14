import { osloDateOf } from '#domain/calendar/oslo-time.js';
import { takerOf } from '#domain/gate/capacities.js';
import { isAwaitingAnswer } from '#domain/model/handover-state.js';
import type { Case, Handover, Rung } from '#domain/model/case.js';
import type { HandoverDetail } from '#contracts/http/cases/handover.js';
import type { CaseContext } from '../views/case-context.js';
import { personView } from '../../people/person-view.js';
import { gapsOf, handoverView } from '../views/handover-view.js';

/** One handover with the round before it and the dates by which it is to be answered. */
export function handoverDetailView(
  handover: Handover,
  context: CaseContext,
  attachments: HandoverDetail['attachments'],
): HandoverDetail {
  const { state, texts } = context;
  const rounds = roundsOf(state, handover);
  const before = rounds.at(-2);
  return {
    ...handoverView(handover, context),
    attachments,
    round: rounds.length,
    previous: before
      ? {
          package: (texts.get(before.package) as HandoverDetail['package']) ?? null,
          gaps: before.receivers.flatMap(({ gaps }) => (gaps === undefined ? [] : gapsOf(texts, gaps))),
          askedBy: before.receivers
            .filter(({ gaps }) => gaps !== undefined)
            .map(({ person }) => personView(context.directory, person)),
        }
      : null,
    taker: takerView(handover, context),
    clock: handover.sentAt === undefined ? null : clockOf(state, handover.id),
  };
}

function takerView(handover: Handover, { document, state, directory }: CaseContext): HandoverDetail['taker'] {
  if (!isAwaitingAnswer(handover)) return null;
  const { purpose, receivers } = handover;
  const moves = purpose === 'TRANSFER' || state.decision?.changesPhase;
  const taker = purpose === 'TRANSFER' ? receivers[0] : takerOf(document, state, receivers);
  return moves && taker ? personView(directory, taker.person) : null;
}

/** Keys of the texts that it shows. */
export function textKeysOfHandover(state: Case, handover: Handover): string[] {
  return roundsOf(state, handover)
    .slice(-2)
    .flatMap((it) => [it.package, ...it.receivers.flatMap((r) => [r.gaps, r.reason, r.alternative, r.conditions])])
    .filter((key) => key !== undefined);
}

/** The handovers of the same step up to this one, those apart that were taken back before they were answered. */
function roundsOf({ handovers }: Case, { id, purpose, gate, toPhase }: Handover): Handover[] {
  return handovers
    .slice(0, handovers.findIndex((it) => it.id === id) + 1)
    .filter((it) => it.purpose === purpose && it.gate === gate && it.toPhase === toPhase)
    .filter((it) => it.id === id || it.state !== 'WITHDRAWN');
}

/** By what day it is to be acknowledged and answered, and when others are told. Each receiver has the same dates. */
function clockOf({ deadlines }: Case, handover: string): NonNullable<HandoverDetail['clock']> {
  const ofHandover = deadlines.filter(({ basis: { about } }) => about?.kind === 'handover' && about.id === handover);
  // Only the answer ends by itself when nobody gives it.
  const newest = (lapses: boolean) =>
    ofHandover.findLast((it) => it.rungs.some(({ action }) => action === 'lapse') === lapses);
  const answer = newest(true);
  const daysOf = (wanted: Rung['action']) =>
    (answer?.rungs ?? [])
      .filter(({ action }) => action === wanted)
      .map(({ at }) => osloDateOf(at))
      .sort();
  return {
    acknowledgeOn: newest(false)?.dueOn ?? null,
    remindersOn: daysOf('remind'),
    answerOn: answer?.dueOn ?? null,
    managersOn: daysOf('escalate'),
  };
}
