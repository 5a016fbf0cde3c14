import { appendEvent } from './event-buffer.js';
import { reconcileApprovals } from './reconcile-approvals.js';
import { reconcileGate } from './reconcile-gate.js';
import { osloDateOf } from '../calendar/oslo-time.js';
import { resolveSlots } from '../deadline/resolve-slots.js';
import { isTrue } from '../rules/when-rules.js';
import { dayAfter } from '../calendar/span.js';
import { dueDateForRule, restsInPause, rungsForRule } from '../deadline/rule-due-date.js';
import { countsToDeadline } from '../rules/count-rules.js';
import { isOwed } from '../deadline/owed.js';
import { follows, keyOfThing, occurrences } from '../model/occurrences.js';
import type { Case, Deadline, Rung } from '../model/case.js';
import type { EventBuffer } from './event-buffer.js';
import type { DeadlineRule, ProcessCore } from '../process/process-document.js';
import type { Occurrence } from '../model/occurrences.js';
import type { LocalDate } from '../time.js';

/**
 * Appends the events that bring the deadlines into line with the case's facts and marks: opened, moved, met, reopened,
 * paused, resumed, cancelled. Deadlines are a function of the case's effective history, and this computes it.
 *
 * 1. An instance belongs to one occurrence of its rule's start; correcting that fact moves the instance.
 * 2. It is met by the first end that follows the start: MET when that is before `dueAt`, else BREACHED with `metAt`.
 * 3. It is cancelled when its start is gone, its scope is over or a cancelling mark follows.
 * 4. Rungs belong to the date in force: those of a new date that lie ahead fire, each once; those that have fired are
 *    kept through every move.
 * 5. While the case is paused, what rests in pauses is neither breached nor met late, and its ladder stands still.
 */
export function reconcileDeadlines(buffer: EventBuffer): void {
  for (let pass = 0, before = -1; buffer.events.length !== before && pass < MAX_PASSES; pass += 1) {
    before = buffer.events.length;
    reconcileGate(buffer);
    reconcileApprovals(buffer);
    for (const [kind, rule] of inOrder(buffer.ctx.core)) reconcileRule(buffer, kind, rule);
  }
}

/** What counts to the date of another deadline comes after the others: jsonb does not keep the order of a document. */
function inOrder({ deadlines }: ProcessCore): readonly [string, DeadlineRule][] {
  const rules = Object.entries(deadlines);
  const counts = rules.filter(([, { count }]) => countsToDeadline(count));
  return [...rules.filter((it) => !counts.includes(it)), ...counts];
}

/**
 * The end of one deadline may start another, so passes repeat until nothing changes. Two are usual; more than this
 * means a cycle in the document.
 */
const MAX_PASSES = 6;

function reconcileRule(buffer: EventBuffer, kind: string, rule: DeadlineRule): void {
  const all = occurrences(buffer.state, rule.starts);
  const bases = rule.once ? all.slice(0, 1) : newestOfEachThing(all);
  const live = new Set<string>();
  for (const basis of bases) {
    const id = instanceId(kind, rule, basis);
    live.add(id);
    reconcileInstance(buffer, id, kind, rule, basis);
  }
  for (const orphan of buffer.state.deadlines.filter((deadline) => deadline.kind === kind && !live.has(deadline.id))) {
    if (isOwed(orphan)) appendEvent(buffer, 'deadlineCancelled', { deadline: orphan.id, reason: 'basis-gone' });
  }
}

/** Of several occurrences about one thing only the newest counts: a handover that lapsed again, a promise missed again. */
function newestOfEachThing(all: readonly Occurrence[]): readonly Occurrence[] {
  const newest = new Map(all.flatMap((it) => (it.about ? [[keyOfThing(it.about), it] as const] : [])));
  return newest.size === 0 ? all : all.filter((it) => !it.about || newest.get(keyOfThing(it.about)) === it);
}

function instanceId(kind: string, rule: DeadlineRule, basis: Occurrence): string {
  if (rule.once) return kind;
  return `${kind}:${basis.about ? keyOfThing(basis.about) : basis.seq}`;
}

function reconcileInstance(buffer: EventBuffer, id: string, kind: string, rule: DeadlineRule, basis: Occurrence): void {
  const before = buffer.state.deadlines.find((deadline) => deadline.id === id);
  const end = endOf(buffer, rule, basis);
  const reason = voidReason(buffer, rule, basis);
  if (reason !== null && !(end && before && isOwed(before))) {
    if (before && isOwed(before)) appendEvent(buffer, 'deadlineCancelled', { deadline: id, reason });
    return;
  }
  // Who carries the case changes at once: what is over when it begins was nobody's debt.
  if (!before && rule.carries && end?.at === basis.at) return;
  if (!before || startsAnew(before, basis, end)) openInstance(buffer, id, kind, rule, basis, before);
  else if (before.state !== 'CANCELLED') moveInstance(buffer, before, rule, basis);
  const deadline = buffer.state.deadlines.find((it) => it.id === id);
  if (!deadline || deadline.state === 'CANCELLED') return;
  recordEnd(buffer, deadline, rule, end);
  pauseOrResume(buffer, id, rule, basis);
}

/** Reasons that a correction takes away again; of a closed case or a left phase nothing comes back by itself. */
const CORRECTABLE_REASONS: ReadonlySet<string> = new Set(['does-not-apply', 'no-date', 'cancelled']);

/**
 * Whether an ended instance starts again: of another occurrence of its start (a promise that was moved and missed again),
 * or because what had cancelled it is gone.
 */
function startsAnew(before: Deadline, basis: Occurrence, end: Occurrence | undefined): boolean {
  if (before.basis.seq !== basis.seq)
    return before.state === 'CANCELLED' || (basis.about !== undefined && !isOwed(before));
  return before.state === 'CANCELLED' && !end && CORRECTABLE_REASONS.has(before.cancelled ?? '');
}

function openInstance(
  buffer: EventBuffer,
  id: string,
  kind: string,
  rule: DeadlineRule,
  basis: Occurrence,
  before: Deadline | undefined,
): void {
  const { core } = buffer.ctx;
  const again = before?.basis.seq === basis.seq ? before : undefined;
  const due = dueDateForRule(core, buffer.state, rule, basis, again);
  if (!due) return;
  const deadline: Deadline = {
    id,
    kind,
    nature: rule.nature,
    effect: rule.effect,
    calendar: due.calendar,
    count: due.count,
    owedBy: rule.owedBy,
    owedTo: rule.owedTo,
    basis: { seq: basis.seq, key: basis.key, at: basis.at, ...(basis.about && { about: basis.about }) },
    dueOn: due.dueOn,
    dueAt: due.dueAt,
    state: 'OPEN',
    knownAt: buffer.now,
    rungs: [...firedRungs(again), ...pendingRungs(buffer, again, rule, basis, due.dueOn)],
    moved: again?.moved ?? [],
    ...(again?.extended && { extended: again.extended }),
    scope: rule.scope,
  };
  const tells = rule.tellsDebtor
    ? resolveSlots(core, buffer.state, deadline, ['debtor'], osloDateOf(buffer.now))
    : undefined;
  appendEvent(buffer, 'deadlineOpened', { deadline, ...(tells && { tells }) });
}

const firedRungs = (deadline: Deadline | undefined): readonly Rung[] =>
  deadline?.rungs.filter(({ done }) => done) ?? [];

/**
 * The rungs of a due date that are still to fire. What is ahead fires although it has fired for an earlier date; what
 * lies behind has fired for a date that was in force then, unless it never fired at all.
 */
function pendingRungs(
  buffer: EventBuffer,
  deadline: Deadline | undefined,
  rule: DeadlineRule,
  basis: Occurrence,
  dueOn: LocalDate,
): Rung[] {
  const fired = firedRungs(deadline);
  return rungsForRule(buffer.ctx.core, buffer.state, rule, basis.on, dueOn).filter(
    ({ rung, at }) => !fired.some((it) => it.rung === rung && (at <= buffer.now || it.done?.dueOn === dueOn)),
  );
}

function moveInstance(buffer: EventBuffer, before: Deadline, rule: DeadlineRule, basis: Occurrence): void {
  if (countsToDeadline(rule.count) && !isOwed(before)) return;
  if (isDateCurrent(buffer.state, before, rule, basis)) return;
  const due = dueDateForRule(buffer.ctx.core, buffer.state, rule, basis, before);
  if (!due) {
    if (isOwed(before)) appendEvent(buffer, 'deadlineCancelled', { deadline: before.id, reason: 'no-date' });
    return;
  }
  if (due.dueAt === before.dueAt && basis.at === before.basis.at) return markDateCurrent(buffer.state, before, basis);
  appendEvent(buffer, 'deadlineMoved', {
    deadline: before.id,
    from: before.dueOn,
    to: due.dueOn,
    dueAt: due.dueAt,
    rungs: pendingRungs(buffer, before, rule, basis, due.dueOn),
    why: whyMoved(before, due.dueOn, basis),
    basisAt: basis.at,
    ...(basis.seq !== before.basis.seq && { basis: { seq: basis.seq, key: basis.key } }),
  });
}

type DateInputs = Pick<Case, 'facts' | 'pauses' | 'route'>;

interface ConfirmedDate {
  readonly inputs: DateInputs;
  readonly basis: Pick<Occurrence, 'seq' | 'at' | 'on'>;
}

/** From which inputs each deadline's date was last confirmed; the same inputs give the same date. */
const confirmedDates = new WeakMap<Deadline, ConfirmedDate>();

/** A plain number of days from its basis needs no other fact, and most new facts correct none. */
function isDateCurrent(
  { facts, pauses, route }: DateInputs,
  deadline: Deadline,
  rule: DeadlineRule,
  basis: Occurrence,
) {
  const by = confirmedDates.get(deadline);
  // A meeting that was moved is another occurrence about the same thing.
  if (by?.inputs.pauses !== pauses || by.basis.seq !== basis.seq || countsToDeadline(rule.count)) return false;
  if (by.inputs.facts === facts && by.inputs.route === route) return true;
  const needsOnlyBasis = typeof rule.count === 'number' && rule.dateField === undefined;
  return needsOnlyBasis && by.basis.at === basis.at && by.basis.on === basis.on;
}

function markDateCurrent({ facts, pauses, route }: DateInputs, deadline: Deadline, { seq, at, on }: Occurrence): void {
  confirmedDates.set(deadline, { inputs: { facts, pauses, route }, basis: { seq, at, on } });
}

function whyMoved(before: Deadline, to: string, basis: Occurrence): string {
  if (before.extended?.to === to) return before.extended.reason;
  return basis.at === before.basis.at ? 'pause' : 'basis-corrected';
}

function recordEnd(buffer: EventBuffer, deadline: Deadline, rule: DeadlineRule, end: Occurrence | undefined): void {
  const waits = isDueInThisPause(buffer.state, deadline, rule);
  if (!end) return recordNoEnd(buffer, deadline, waits || deadline.dueAt > buffer.now);
  const late = end.at >= deadline.dueAt && !waits;
  const state = late && deadline.nature === 'DEBT' ? 'BREACHED' : 'MET';
  const lateRight = late && deadline.nature !== 'DEBT';
  if (deadline.metAt === end.at && deadline.state === state && (deadline.late ?? false) === lateRight) return;
  appendEvent(buffer, 'deadlineMet', { deadline: deadline.id, metAt: end.at, late });
}

/** Nothing meets it: a debt is owed, and a hold or right runs until its day is over. */
function recordNoEnd(buffer: EventBuffer, deadline: Deadline, stillDue: boolean): void {
  if (deadline.nature !== 'DEBT' && !stillDue) {
    if (deadline.metAt !== undefined && deadline.metAt !== deadline.dueAt) passAgain(buffer, deadline);
  } else if (deadline.metAt !== undefined || (deadline.state === 'BREACHED' && stillDue)) {
    appendEvent(buffer, 'deadlineReopened', { deadline: deadline.id, breached: !stillDue });
  }
}

/** What was done under it is retracted, or its date has moved to another day that is over. */
function passAgain(buffer: EventBuffer, { id, dueAt }: Deadline): void {
  appendEvent(buffer, 'deadlinePassed', { deadline: id }, dueAt);
}

/** Whether its day comes only when the case goes on: it was not over when the pause began. */
function isDueInThisPause({ state, pauses }: Case, { dueOn }: Deadline, rule: DeadlineRule): boolean {
  const pause = state === 'SUSPENDED' ? pauses.at(-1) : undefined;
  return pause !== undefined && restsInPause(rule) && dayAfter(dueOn) >= pause.from;
}

function pauseOrResume(buffer: EventBuffer, id: string, rule: DeadlineRule, basis: Occurrence): void {
  const deadline = buffer.state.deadlines.find((it) => it.id === id);
  if (!deadline) return;
  const rests = buffer.state.state === 'SUSPENDED' && restsInPause(rule);
  const isResting = deadline.state === 'PAUSED' || deadline.ladderPaused === true;
  const canRest = deadline.state === 'OPEN' || (deadline.state === 'BREACHED' && deadline.metAt === undefined);
  if (rests && canRest && !isResting) appendEvent(buffer, 'deadlinePaused', { deadline: id });
  if (!rests && isResting)
    appendEvent(buffer, 'deadlineResumed', {
      deadline: id,
      rungs: pendingRungs(buffer, deadline, rule, basis, deadline.dueOn),
    });
}

function endOf(buffer: EventBuffer, rule: DeadlineRule, basis: Occurrence): Occurrence | undefined {
  const ends = occurrences(buffer.state, rule.ends);
  return rule.once ? ends.find((end) => end.seq !== basis.seq) : ends.find((end) => follows(end, basis));
}

/** Why an instance is to be cancelled, or null when it stands. */
function voidReason(buffer: EventBuffer, rule: DeadlineRule, basis: Occurrence): string | null {
  const { state } = buffer;
  if (rule.when && !isTrue(buffer.ctx.core, state, rule.when)) return 'does-not-apply';
  if (rule.cancels && occurrences(state, rule.cancels).some((mark) => follows(mark, basis))) return 'cancelled';
  if (rule.scope === 'BEYOND') return null;
  if (state.closedAt !== undefined && basis.key !== 'closed' && !basis.key.startsWith('closed:')) return 'closed';
  if (rule.scope === 'PHASE' && basis.seq < state.phaseStartedSeq) return 'phase-left';
  return null;
}
