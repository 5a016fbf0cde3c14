import { label } from '../../process/label.js';
import type { EventKind } from './event-sentences.js';
import type { Label } from '../../process/process-document.js';

/** Words of what happens to duties: who has them, takes them, or acts on those of others. */
export const dutyWords: {
  readonly [
    Type in 'roleAssigned' | 'roleEnded' | 'debtTaken' | 'debtActedOn' | 'lapsedResolved' | 'escalationChosen'
  ]: {
    readonly kind: EventKind;
    readonly label: Label;
  };
} = {
  roleAssigned: { kind: 'PEOPLE', label: label('Ansvar gitt', 'Duty given') },
  roleEnded: { kind: 'PEOPLE', label: label('Ansvar avsluttet', 'Duty ended') },
  lapsedResolved: {
    kind: 'HANDOVER',
    label: label('Leder har valgt hva som skjer videre', 'The manager chose what follows'),
  },
  escalationChosen: {
    kind: 'DEADLINE',
    label: label('Leder har valgt hva som skjer med fristen', 'The manager chose about the deadline'),
  },
  debtTaken: { kind: 'DEADLINE', label: label('Oppgaven er tatt', 'The task is taken') },
  debtActedOn: { kind: 'DEADLINE', label: label('Leder har gjort noe med fristen', 'A manager acted on the deadline') },
};
