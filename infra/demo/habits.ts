import { isWorkingDay } from '#domain/calendar/holidays.js';
import { osloDateOf } from '#domain/calendar/oslo.js';
import { workingDayOnOrAfter, workingDayOnOrBefore } from '#domain/calendar/working-days.js';
import { isOwed } from '#domain/deadline/owed.js';
import { addDays } from '#domain/time.js';
import { later, nextFirstOf } from './days.js';
import type { Case, Deadline } from '#domain/model/case.js';
import type { LocalDate } from '#domain/time.js';

export type Fields = Readonly<Record<string, string | number | boolean>>;

/** The fact that an owner registers before a recurring deadline is due. */
interface Routine {
  readonly fact: string;
  /** Date of the fact: so many calendar days before the due date, or computed from the deadline. */
  readonly ahead: number | ((debt: Deadline) => LocalDate);
  /** Data of the fact. Each time takes the next entry; after the last comes the first again. */
  readonly data: readonly Fields[];
}

/** By kind of deadline; null: the story leaves it undone. */
export type Habits = Readonly<Record<string, Routine | null>>;

export const habit = (fact: string, ahead: Routine['ahead'], ...data: readonly Fields[]): Routine => ({
  fact,
  ahead,
  data,
});
export const notes = (...lines: readonly string[]): readonly Fields[] => lines.map((note) => ({ note }));

export const usualHabits: Habits = {
  'pilot.status': habit(
    'pilotStatusReported',
    1,
    ...notes(
      'Oppmøtet er som planlagt, og ingen avvik er meldt.',
      'To nye deltakere er kommet til. Ansatte bruker mindre tid på oppfølging enn ventet.',
      'Et par praktiske ting er rettet: nøkkel til lokalet og rutine for fravær.',
      'Tilbakemeldingene fra deltakerne er gode. Vi følger med på oppmøtet på fredager.',
      'Status gjennomgått med vertsenheten. Ingen endring i planen.',
    ),
  ),
  'pilot.midway': habit(
    'midwayReviewed',
    4,
    ...notes('Midtveis: målene nås, og mottakende enhet var med i gjennomgangen.'),
  ),
  'pilot.budgetInput': habit('budgetInputSent', 5, { amountNok: 640000 }),
  'operation.startMeeting': habit(
    'operationStartMeetingHeld',
    4,
    ...notes('Oppstartsmøte: roller, rapportering og kontaktpunkter er avtalt.'),
  ),
  'operation.review': habit(
    'operationReviewed',
    6,
    ...notes('Gjennomgang etter tre måneder: leveransen er i tråd med avtalen.'),
  ),
  'operation.quarterly': habit(
    'quarterlyMeetingHeld',
    2,
    ...notes(
      'Kvartalsmøte: bruken ligger litt over plan, ingen avvik.',
      'Kvartalsmøte: gikk gjennom økonomi og bemanning. Alt i rute.',
      'Kvartalsmøte: to forbedringer er avtalt, begge med ansvarlig og dato.',
    ),
  ),
  'operation.checkpoint': habit(
    'professionalCheckpointHeld',
    3,
    ...notes('Fagmøte mellom de to navngitte: metoden gjennomgått, ny felles rutine avtalt.'),
  ),
  'operation.risk': habit('riskReviewed', 10, ...notes('Kontraktsrisikoen er vurdert som lav.')),
  // Confirmed on the next 1 December after the deadline began.
  'agreement.budget': habit('budgetConfirmed', (debt) => nextFirstOf('12', osloDateOf(debt.basis.at)), {
    amountNok: 640000,
  }),
  'effect.dataPoint': habit('dataPointRecorded', 0, {
    reached: 31,
    costNok: 310000,
    summary: 'Måling etter seks måneder: deltakelsen holder seg, og flere melder om bedre hverdag.',
  }),
  'effect.nextDataPoint': habit('dataPointRecorded', 3, {
    reached: 58,
    costNok: 620000,
    summary: 'Måling etter tolv måneder: to av tre har nådd målet de satte seg.',
  }),
};

/** The next fact that the owner registers by routine. */
export interface Chore {
  /** Id of the deadline that the fact meets. */
  readonly debt: string;
  readonly day: LocalDate;
  readonly fact: string;
  readonly data: Fields;
  /** Date of the fact, when that is a day off and the owner registers it on the next working day. */
  readonly on?: LocalDate;
}

/** The owner's next routine task, `today` or later; null when no open deadline has a routine. */
export function choreOf(state: Case, habits: Habits, today: LocalDate): Chore | null {
  const candidates = state.deadlines.flatMap((debt) => {
    const routine = habits[debt.kind];
    return routine && isOwed(debt) && debt.state !== 'PAUSED'
      ? [{ debt: debt.id, routine, factOn: factDateOf(debt, routine) }]
      : [];
  });
  const [first] = candidates.sort((a, b) => (a.factOn < b.factOn ? -1 : 1));
  if (!first) return null;
  const { debt, routine, factOn } = first;
  const timesDone = state.facts.filter(({ fact }) => fact === routine.fact).length;
  return {
    debt,
    day: later(today, workingDayOnOrAfter(factOn)),
    fact: routine.fact,
    data: routine.data[timesDone % routine.data.length] ?? {},
    ...(!isWorkingDay(factOn) && { on: factOn }),
  };
}

function factDateOf(debt: Deadline, { ahead }: Routine): LocalDate {
  return typeof ahead === 'number' ? workingDayOnOrBefore(addDays(debt.dueOn, -ahead)) : ahead(debt);
}
