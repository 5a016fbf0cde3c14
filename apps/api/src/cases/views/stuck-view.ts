import { STUCK_LABELS } from '#contracts/http/shared/stuck-labels.js';
import { deadlineLabel } from '#domain/deadline/deadline-label.js';
import type { StuckCause } from '#domain/stuck/stuck-causes.js';
import { actLabel } from '#domain/next/command-steps.js';
import type { StepFinder } from '#domain/next/next-steps.js';
import { bodiesOf } from '#domain/next/steps-of-act.js';
import type { StuckCauses } from '#domain/stuck/stuck-status.js';
import { stuckStatusOn } from '#domain/stuck/stuck-status.js';
import { partyView } from './deadline-view.js';
import type { CaseContext } from './case-context.js';

/** Shown to readers who may not see internal matters, such as why a case is stuck. */
export const HIDDEN = { is: false, causes: [], warnings: [] };

type StuckContext = Pick<CaseContext, 'document' | 'directory' | 'now' | 'language'> &
  Pick<Parameters<typeof partyView>[1], 'state'> & {
    /** Finds what the directory adds to a step, such as receivers; in lists only what the rules say is shown. */
    readonly steps?: StepFinder;
  };

export function stuckView(possible: StuckCauses, context: StuckContext) {
  const { isStuck, causes, warnings } = stuckStatusOn(possible, context.now);
  const view = (cause: StuckCause) => causeView(cause, context);
  return { is: isStuck, causes: causes.map(view), warnings: warnings.map(view) };
}

function causeView({ code, since, owedBy, kind, deadline, handover, nextAction }: StuckCause, context: StuckContext) {
  const { document, language } = context;
  const id = deadline ?? kind;
  const about = id === undefined ? '' : `: ${deadlineLabel(document, id)?.[language] ?? id}`;
  return {
    code,
    label: `${STUCK_LABELS[code][language]}${about}`,
    since,
    owedBy: partyView(owedBy, context),
    ...(deadline !== undefined && { deadline }),
    ...(handover !== undefined && { handover }),
    nextAction: nextActionView(nextAction, context),
  };
}

function nextActionView(act: StuckCause['nextAction'], { document, language, steps }: StuckContext) {
  const step = steps?.stepOf(act);
  const { command } = act;
  const body = step?.body ?? { type: command, ...bodiesOf(document, act)[0] };
  const label = (step?.label ?? actLabel(document, { ...act, body }))[language];
  return { command, body, label, text: label };
}
