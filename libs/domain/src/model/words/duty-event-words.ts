import { label } from '../../process/label.js';
import { about, of, onDay, same } from './event-sentences.js';
import type { EventNames, EventWords } from './event-sentences.js';
import type { ManagerAct } from '../asked.js';
import type { LocalDate } from '../../time.js';
import type { Label } from '../../process/process-document.js';

/** Words of what happens to duties: who has them, takes them, or acts on those of others. */
export const dutyWords: { readonly [T in DutyEvent]: EventWords<T> } = {
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
  debtActedOn: {
    kind: 'DEADLINE',
    label: label('Leder fulgte opp fristen', 'A manager followed up the deadline'),
    text: (data, names) => {
      const did = of(data.act, (act) => MANAGER_DID[act](data, names));
      return about(
        did ?? label('Leder fulgte opp fristen', 'A manager followed up the deadline'),
        of(data.deadline, names.deadline),
      );
    },
  },
};

type DutyEvent = 'roleAssigned' | 'roleEnded' | 'debtTaken' | 'debtActedOn' | 'lapsedResolved' | 'escalationChosen';

/** What a manager did about what somebody owes. */
const MANAGER_DID: Readonly<
  Record<ManagerAct, (data: { readonly person?: string; readonly until?: LocalDate }, names: EventNames) => Label>
> = {
  NUDGE: () => label('Lederen minnet om fristen', 'The manager reminded of the deadline'),
  GIVE: ({ person }, names) => {
    const to = of(person, (id) => same(names.person(id)));
    return to
      ? label(`Lederen ga oppgaven til ${to.nb}`, `The manager gave the task to ${to.en}`)
      : label('Lederen ga oppgaven til en annen', 'The manager gave the task to somebody else');
  },
  NEW_DATE: ({ until: day }) => onDay(label('Lederen ga ny dato', 'The manager gave a new date'), day),
  TAKE_OVER: () => label('Lederen tok over oppgaven', 'The manager took over the task'),
};
