import type { ManagerAct } from '../../model/asked.js';
import type { EscalationChoice, LapsedChoice } from '../../model/manager-choice.js';
import type { Label } from '../../process/process-document.js';

/** The words of the buttons of a manager. */
export const LAPSED_WORDS: Readonly<Record<LapsedChoice, Label>> = {
  EXTEND: { nb: 'Gi mer tid til å svare', en: 'Give more time to answer' },
  REASSIGN: { nb: 'Send til andre mottakere', en: 'Send to other receivers' },
  TAKE_BACK: { nb: 'Ta overleveringen tilbake', en: 'Take the handover back' },
  STOP: { nb: 'Stans saken', en: 'Stop the case' },
};

export const MANAGER_ACT_WORDS: Readonly<Record<ManagerAct, Label>> = {
  NUDGE: { nb: 'Minn den det gjelder på det', en: 'Remind the one who owes it' },
  NEW_DATE: { nb: 'Gi ny dato', en: 'Give a new date' },
  GIVE: { nb: 'Gi oppgaven til en annen', en: 'Give the task to another' },
  TAKE_OVER: { nb: 'Ta over oppgaven', en: 'Take the task over' },
};

export const ESCALATION_WORDS: Readonly<Record<EscalationChoice, Label>> = {
  REASSIGN: { nb: 'Gi saken til en annen', en: 'Give the case to another' },
  EXTEND: { nb: 'Lov svar til en ny dato', en: 'Promise the answer by a new date' },
  DECIDE: { nb: 'Svar selv', en: 'Give the answer yourself' },
  STOP: { nb: 'Stans saken', en: 'Stop the case' },
};
