import { deadlineLabel } from '#domain/deadline/deadline-label.js';
import type { StuckCause, StuckCode } from '#domain/stuck/stuck-causes.js';
import { actLabel } from '#domain/next/command-steps.js';
import type { StepFinder } from '#domain/next/next-steps.js';
import { bodiesOf } from '#domain/next/steps-of-act.js';
import type { StuckCauses } from '#domain/stuck/stuck-status.js';
import { stuckStatusOn } from '#domain/stuck/stuck-status.js';
import type { Label } from '#domain/process/process-document.js';
import { partyView } from './deadline-view.js';
import type { CaseContext } from './case-context.js';

const CAUSE_LABELS: Readonly<Record<StuckCode, Label>> = {
  PHASE_OVERDUE: { nb: 'Fasen har vart lenger enn den skal', en: 'The phase has lasted too long' },
  SILENT: { nb: 'Ingenting har skjedd på lenge', en: 'Nothing has happened for long' },
  HANDOVER_LAPSED: {
    nb: 'Ingen svarte på overleveringen, og det er ikke valgt hva som skal skje',
    en: 'Nobody answered the handover, and it is not chosen what happens now',
  },
  HANDOVER_OPEN: { nb: 'Overleveringen er ikke besvart', en: 'The handover is unanswered' },
  HANDOVER_RETURNED: {
    nb: 'Overleveringen kom tilbake og er ikke sendt på nytt',
    en: 'The handover came back and was not sent again',
  },
  GATE_UNDECIDED: {
    nb: 'Alt er klart, og beslutningen er ikke tatt',
    en: 'All is ready, and the decision is not taken',
  },
  NOT_SENT: {
    nb: 'Det er besluttet, og overleveringen er ikke sendt',
    en: 'It is decided, and the handover is not sent',
  },
  QUESTION_UNANSWERED: { nb: 'En enhet har ikke svart på et spørsmål', en: 'A unit has not answered a question' },
  OVERDUE_FOR_GATE: {
    nb: 'Noe som beslutningen venter på, er ikke gjort i tide',
    en: 'Something that the decision waits for is late',
  },
  OVERDUE: { nb: 'En frist er brutt', en: 'A deadline is missed' },
  NO_RECEIVING_UNIT: { nb: 'Ingen enhet tar imot', en: 'No unit takes it over' },
  EXPIRING: { nb: 'En avtale går ut uten beslutning', en: 'An agreement runs out with no decision' },
  MOVED_AROUND: {
    nb: 'Saken er sendt mellom enheter uten at noen tok den',
    en: 'The case was moved around and nobody took it',
  },
};

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
    label: `${CAUSE_LABELS[code][language]}${about}`,
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
