import { isWorkingDay } from '#domain/calendar/holidays.js';
import { osloDateOf } from '#domain/calendar/oslo-time.js';
import { workingDayOnOrAfter } from '#domain/calendar/working-days.js';
import { isOwed } from '#domain/deadline/owed.js';
import { addDays } from '#domain/time.js';
import { laterOf, meetingDayOnOrBefore, nextFirstOf } from './story-days.js';
import type { Case, Deadline } from '#domain/model/case.js';
import type { LocalDate } from '#domain/time.js';

export type FactFields = Readonly<Record<string, string | number | boolean>>;

/** The fact that an owner registers before a recurring deadline is due. */
interface Routine {
  readonly fact: string;
  /** Date of the fact: so many calendar days before the due date, or computed from the deadline. */
  readonly timing: number | ((debt: Deadline) => LocalDate);
  /** Data of the fact. Each time takes the next entry; after the last comes the first again. */
  readonly data: readonly FactFields[];
}

/** By kind of deadline; null: the story leaves it undone. */
export type Routines = Readonly<Record<string, Routine | null>>;

export const routine = (fact: string, ahead: Routine['timing'], ...data: readonly FactFields[]): Routine => ({
  fact,
  timing: ahead,
  data,
});
export const notes = (...lines: readonly string[]): readonly FactFields[] => lines.map((note) => ({ note }));

export const defaultRoutines: Routines = {
  'pilot.status': routine(
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
  'pilot.midway': routine(
    'midwayReviewed',
    4,
    ...notes('Midtveis: målene nås, og mottakende enhet var med i gjennomgangen.'),
  ),
  'pilot.budgetInput': routine('budgetInputSent', 5, { amountNok: 640000 }),
  'operation.startMeeting': routine(
    'operationStartMeetingHeld',
    4,
    ...notes('Oppstartsmøte: roller, rapportering og kontaktpunkter er avtalt.'),
  ),
  'operation.review': routine(
    'operationReviewed',
    6,
    ...notes('Gjennomgang etter tre måneder: leveransen er i tråd med avtalen.'),
  ),
  'operation.quarterly': routine(
    'quarterlyMeetingHeld',
    2,
    ...notes(
      'Kvartalsmøte: bruken ligger litt over plan, ingen avvik.',
      'Kvartalsmøte: gikk gjennom økonomi og bemanning. Alt i rute.',
      'Kvartalsmøte: to forbedringer er avtalt, begge med ansvarlig og dato.',
    ),
  ),
  'operation.checkpoint': routine(
    'professionalCheckpointHeld',
    3,
    ...notes('Fagmøte mellom de to navngitte: metoden gjennomgått, ny felles rutine avtalt.'),
  ),
  'operation.risk': routine('riskReviewed', 10, ...notes('Kontraktsrisikoen er vurdert som lav.')),
  // Confirmed on the next 1 December after the deadline began.
  'agreement.budget': routine('budgetConfirmed', (debt) => nextFirstOf('12', osloDateOf(debt.basis.at)), {
    amountNok: 640000,
  }),
  'effect.dataPoint': routine('dataPointRecorded', 0, {
    reached: 31,
    costNok: 310000,
    summary: 'Måling etter seks måneder: deltakelsen holder seg, og flere melder om bedre hverdag.',
  }),
  'effect.nextDataPoint': routine('dataPointRecorded', 3, {
    reached: 58,
    costNok: 620000,
    summary: 'Måling etter tolv måneder: to av tre har nådd målet de satte seg.',
  }),
};

/** The next fact that the owner registers by routine. */
export interface RoutineTask {
  /** Id of the deadline that the fact meets. */
  readonly deadlineId: string;
  readonly registeredOn: LocalDate;
  readonly fact: string;
  readonly data: FactFields;
  /** Date of the fact, when that is a day off and the owner registers it on the next working day. */
  readonly factOn?: LocalDate;
}

/** The owner's next routine task, `today` or later; null when no open deadline has a routine. */
export function nextRoutineTask(state: Case, habits: Routines, today: LocalDate): RoutineTask | null {
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
    deadlineId: debt,
    registeredOn: laterOf(today, workingDayOnOrAfter(factOn)),
    fact: routine.fact,
    data: routine.data[timesDone % routine.data.length] ?? {},
    ...(!isWorkingDay(factOn) && { factOn }),
  };
}

function factDateOf(debt: Deadline, { timing }: Routine): LocalDate {
  return typeof timing === 'number' ? meetingDayOnOrBefore(addDays(debt.dueOn, -timing)) : timing(debt);
}
