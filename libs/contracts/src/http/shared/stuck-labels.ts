import type { Label } from '#domain/process/process-document.js';
import type { StuckCode } from '#domain/stuck/stuck-causes.js';

/** What a cause is called for which a case is stuck. */
export const STUCK_LABELS: Readonly<Record<StuckCode, Label>> = {
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
