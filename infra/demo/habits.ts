import { isWorkingDay } from '#domain/calendar/holidays.js';
import { osloDateOf } from '#domain/calendar/oslo.js';
import { workingDayOnOrAfter, workingDayOnOrBefore } from '#domain/calendar/working-days.js';
import { isOwed } from '#domain/deadline/owed.js';
import { addDays } from '#domain/time.js';
import { later, nextFirstOf } from './days.js';
import type { Case, Deadline } from '#domain/model/case.js';
import type { LocalDate } from '#domain/time.js';

export type Fields = Readonly<Record<string, string | number | boolean>>;

/** What an owner does of old habit before a recurring deadline is due. */
interface Habit {
  readonly fact: string;
  /** The day it is done for: calendar days before the due date, or a date of its own. */
  readonly ahead: number | ((debt: Deadline) => LocalDate);
  /** What is noted, in turn. */
  readonly data: readonly Fields[];
}

/** By the deadline's kind; null where it is left undone. */
export type Habits = Readonly<Record<string, Habit | null>>;

export const habit = (fact: string, ahead: Habit['ahead'], ...data: readonly Fields[]): Habit => ({
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
  // The year's date itself: what is confirmed before it is asked for again.
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

/** Something recurring that the owner does next. */
export interface Chore {
  /** Id of the deadline that it meets. */
  readonly debt: string;
  readonly day: LocalDate;
  readonly fact: string;
  readonly data: Fields;
  /** The date it is done for, where that is a day off before `day`. */
  readonly on?: LocalDate;
}

/** What the ordinary course asks of the owner next, `today` or later; null when nothing recurs. */
export function choreOf(state: Case, habits: Habits, today: LocalDate): Chore | null {
  const dated = state.deadlines.flatMap((debt) => {
    const kept = habits[debt.kind];
    return kept && isOwed(debt) && debt.state !== 'PAUSED' ? [{ debt: debt.id, kept, held: heldOn(debt, kept) }] : [];
  });
  const [first] = dated.sort((a, b) => (a.held < b.held ? -1 : 1));
  if (!first) return null;
  const { debt, kept, held } = first;
  const nth = state.facts.filter(({ fact }) => fact === kept.fact).length;
  return {
    debt,
    day: later(today, workingDayOnOrAfter(held)),
    fact: kept.fact,
    data: kept.data[nth % kept.data.length] ?? {},
    ...(!isWorkingDay(held) && { on: held }),
  };
}

function heldOn(debt: Deadline, { ahead }: Habit): LocalDate {
  return typeof ahead === 'number' ? workingDayOnOrBefore(addDays(debt.dueOn, -ahead)) : ahead(debt);
}
