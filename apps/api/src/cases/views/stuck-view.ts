import { deadlineLabel } from '#domain/deadline/deadline-label.js';
import type { StuckCause, StuckCauses, StuckCode } from '#domain/next/stuck-status.js';
import { stuckStatusOn } from '#domain/next/stuck-status.js';
import type { Label } from '#domain/process/process-document.js';
import { COMMANDS } from '#domain/case/commands/command-table.js';
import type { CommandType } from '#domain/model/command.js';
import { partyView } from './deadline-view.js';
import { labelOf } from './case-context.js';
import type { CaseContext } from './case-context.js';

const CAUSE_LABELS: Readonly<Record<StuckCode, Label>> = {
  PHASE_OVERDUE: { nb: 'Fasen har vart lenger enn den skal', en: 'The phase has lasted too long' },
  SILENT: { nb: 'Ingenting har skjedd på lenge', en: 'Nothing has happened for long' },
  HANDOVER_OPEN: { nb: 'Overleveringen er ikke besvart', en: 'The handover is unanswered' },
  HANDOVER_RETURNED: {
    nb: 'Overleveringen kom tilbake og er ikke sendt på nytt',
    en: 'The handover came back and was not sent again',
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
  Partial<Pick<CaseContext, 'state'>>;

export function stuckView(possible: StuckCauses, context: StuckContext) {
  const { isStuck, causes, warnings } = stuckStatusOn(possible, context.now);
  const view = (cause: StuckCause) => causeView(cause, context);
  return { is: isStuck, causes: causes.map(view), warnings: warnings.map(view) };
}

function causeView({ code, since, owedBy, kind, nextAction }: StuckCause, context: StuckContext) {
  const { document, language } = context;
  const id = nextAction.deadline ?? kind;
  const about = id === undefined ? '' : `: ${deadlineLabel(document, id)?.[language] ?? id}`;
  const factLabel =
    nextAction.fact === undefined ? '' : ` «${labelOf(document.facts[nextAction.fact], nextAction.fact, language)}»`;
  const command = COMMANDS[nextAction.command as CommandType].label[language];
  return {
    code,
    label: `${CAUSE_LABELS[code][language]}${about}`,
    since,
    owedBy: partyView(owedBy, context),
    nextAction: { ...nextAction, text: `${command}${factLabel}` },
  };
}
