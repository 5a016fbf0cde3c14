import { stuckStatus } from '#domain/stuck/stuck-status.js';
import { collaboration } from '#processes/collaboration/document.js';
import { workingDaysBetween } from '#domain/calendar/working-days.js';
import { actsMeeting, peopleOf } from './tasks.js';
import { workingDaysAfter } from './schedule.js';
import type { Case, UserId } from '#domain/model/case.js';
import type { Directory } from '#domain/policy/directory.js';
import type { StuckCause } from '#domain/stuck/stuck-causes.js';
import type { Instant, LocalDate } from '#domain/time.js';
import type { Task } from './tasks.js';

/** A task that waits for the person whose job it is, as the simulation knows and nobody told the product. */
export interface WaitingTask extends Task {
  readonly offeredOn: LocalDate;
}

/** How what the product says of one day compares with what the simulation knows. */
export interface CauseFinding {
  readonly verdict: 'TRUE' | 'UNTRUE' | 'MISSED' | 'NOT_FIRST';
  readonly code: string;
  readonly named: UserId | null;
  readonly truth: string;
}

/** Days after its date, or after it was shown, from which somebody who has not done it is what the case waits for. */
const PATIENCE_WITHOUT_DATE = 5;
/** Working days late from which the product must have said who it waits for. */
const MUST_BE_NAMED_AFTER = 15;
const MUST_BE_FIRST_AFTER = 8;

/** What is compared on one day. */
interface CauseContext {
  readonly state: Case;
  readonly directory: Directory;
  readonly today: LocalDate;
}

export function compareCauses(context: CauseContext, waiting: readonly WaitingTask[], now: Instant): CauseFinding[] {
  const { causes } = stuckStatus(collaboration, context.state, now);
  const late = waiting.filter((task) => daysLate(task, context) > 0);
  const blocking = late.filter((task) => task.blocking);
  const find = (verdict: CauseFinding['verdict'], cause: StuckCause, truth: readonly Task[]): CauseFinding => ({
    verdict,
    code: cause.code,
    named: namedBy(cause, context).join(' or '),
    truth: textOf(truth),
  });
  const told = causes.map((cause) =>
    find(late.some((task) => names(cause, task, context)) ? 'TRUE' : 'UNTRUE', cause, late),
  );
  const missed = blocking
    .filter((task) => daysLate(task, context) > MUST_BE_NAMED_AFTER && !causes.some((it) => names(it, task, context)))
    .map((task) => ({
      verdict: 'MISSED' as const,
      code: task.act.split(' ')[0] ?? '',
      named: null,
      truth: textOf([task]),
    }));
  const [first] = causes;
  const isLong = blocking.some((task) => daysLate(task, context) > MUST_BE_FIRST_AFTER);
  const isFirstTrue = !first || !isLong || blocking.some((task) => names(first, task, context));
  return [...told, ...missed, ...(isFirstTrue ? [] : [find('NOT_FIRST', first, blocking)])];
}

const textOf = (tasks: readonly Task[]): string =>
  tasks.map(({ act, person }) => `${act} by ${person}`).join(', ') || 'nobody is late';

function daysLate({ dueOn, offeredOn }: WaitingTask, { today }: CauseContext): number {
  return workingDaysBetween(dueOn ?? workingDaysAfter(offeredOn, PATIENCE_WITHOUT_DATE), today);
}

/** Those whom the cause names: one person, or the holders of a role until one of them takes it. */
function namedBy({ owedBy }: StuckCause, { state, directory, today }: CauseContext): readonly UserId[] {
  return owedBy.user === undefined ? peopleOf(state, directory, owedBy, today) : [owedBy.user];
}

/** Whether the cause names this task: the person, and the act where it names one. */
function names(cause: StuckCause, task: Task, context: CauseContext): boolean {
  if (!namedBy(cause, context).includes(task.person)) return false;
  const acts = actsOf(cause, context.state);
  return acts.length === 0 ? task.blocking : acts.includes(task.act);
}

function actsOf({ code, deadline: id, nextAction: { command, body } }: StuckCause, state: Case): string[] {
  const { fact } = body;
  if (typeof fact === 'string') return [`registerFact ${fact}`];
  const deadline = id === undefined ? undefined : state.deadlines.find((it) => it.id === id);
  if (deadline) return actsMeeting(state, deadline);
  if (code === 'HANDOVER_OPEN') return ['acceptHandover', 'acknowledgeHandover'];
  if (code === 'HANDOVER_RETURNED') return ['draftHandover', 'sendHandover'];
  return command === 'registerFact' ? [] : [command];
}
