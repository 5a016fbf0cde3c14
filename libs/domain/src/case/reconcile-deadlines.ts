import { appendEvent } from './event-buffer.js';
import { isTrue } from '../rules/when-rules.js';
import { dueDateForRule, rungsForRule } from '../deadline/rule-due-date.js';
import { isOwed } from '../deadline/owed.js';
import { follows, keyOfThing, occurrences } from '../model/occurrences.js';
import type { Case, Deadline } from '../model/case.js';
import type { EventBuffer } from './event-buffer.js';
import type { DeadlineRule } from '../process/process-document.js';
import type { Occurrence } from '../model/occurrences.js';

/**
 * Appends the events that bring the deadlines into line with the case's facts and marks: opened, moved, met, reopened,
 * paused, resumed, cancelled. Deadlines are a function of the case's effective history, and this computes it.
 *
 * 1. An instance belongs to one occurrence of its rule's start; correcting that fact moves the instance.
 * 2. It is met by the first end that follows the start: MET when that is before `dueAt`, else BREACHED with `metAt`.
 * 3. It is cancelled when its start is gone, its scope is over or a cancelling mark follows.
 * 4. Rungs that have fired are kept through every move.
 */
export function reconcileDeadlines(buffer: EventBuffer): void {
  for (let pass = 0, before = -1; buffer.events.length !== before && pass < MAX_PASSES; pass += 1) {
    before = buffer.events.length;
    for (const [kind, rule] of Object.entries(buffer.ctx.core.deadlines)) reconcileRule(buffer, kind, rule);
  }
}

/**
 * The end of one deadline may start another, so passes repeat until nothing changes. Two are usual; more than this
 * means a cycle in the document.
 */
const MAX_PASSES = 6;

function reconcileRule(buffer: EventBuffer, kind: string, rule: DeadlineRule): void {
  const all = occurrences(buffer.state, rule.starts);
  const bases = rule.once ? all.slice(0, 1) : all;
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
  if (!before || (before.state === 'CANCELLED' && before.basis.seq !== basis.seq))
    openInstance(buffer, id, kind, rule, basis);
  else if (before.state !== 'CANCELLED') moveInstance(buffer, before, rule, basis);
  const deadline = buffer.state.deadlines.find((it) => it.id === id);
  if (!deadline || deadline.state === 'CANCELLED') return;
  recordEnd(buffer, deadline, end);
  pauseOrResume(buffer, id, rule);
}

function openInstance(buffer: EventBuffer, id: string, kind: string, rule: DeadlineRule, basis: Occurrence): void {
  const { core } = buffer.ctx;
  const due = dueDateForRule(core, buffer.state, rule, basis);
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
    rungs: rungsForRule(core, buffer.state, rule, basis.on, due.dueOn),
    moved: [],
    scope: rule.scope,
  };
  appendEvent(buffer, 'deadlineOpened', { deadline });
}

function moveInstance(buffer: EventBuffer, before: Deadline, rule: DeadlineRule, basis: Occurrence): void {
  if (isDateCurrent(buffer.state, before, rule, basis)) return;
  const due = dueDateForRule(buffer.ctx.core, buffer.state, rule, basis, before);
  if (!due) {
    if (isOwed(before)) appendEvent(buffer, 'deadlineCancelled', { deadline: before.id, reason: 'no-date' });
    return;
  }
  if (due.dueAt === before.dueAt && basis.at === before.basis.at) return markDateCurrent(buffer.state, before, basis);
  const fired = new Set(before.rungs.filter((rung) => rung.done).map((rung) => rung.rung));
  appendEvent(buffer, 'deadlineMoved', {
    deadline: before.id,
    from: before.dueOn,
    to: due.dueOn,
    dueAt: due.dueAt,
    rungs: rungsForRule(buffer.ctx.core, buffer.state, rule, basis.on, due.dueOn).filter(
      (rung) => !fired.has(rung.rung),
    ),
    why: whyMoved(before, due.dueOn, basis),
    basisAt: basis.at,
  });
}

type DateInputs = Pick<Case, 'facts' | 'pauses' | 'route'>;

interface ConfirmedDate {
  readonly inputs: DateInputs;
  readonly basis: Pick<Occurrence, 'at' | 'on'>;
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
  if (by?.inputs.pauses !== pauses) return false;
  if (by.inputs.facts === facts && by.inputs.route === route) return true;
  const needsOnlyBasis = typeof rule.count === 'number' && rule.dateField === undefined;
  return needsOnlyBasis && by.basis.at === basis.at && by.basis.on === basis.on;
}

function markDateCurrent({ facts, pauses, route }: DateInputs, deadline: Deadline, { at, on }: Occurrence): void {
  confirmedDates.set(deadline, { inputs: { facts, pauses, route }, basis: { at, on } });
}

function whyMoved(before: Deadline, to: string, basis: Occurrence): string {
  if (before.extended?.to === to) return before.extended.reason;
  return basis.at === before.basis.at ? 'pause' : 'basis-corrected';
}

function recordEnd(buffer: EventBuffer, deadline: Deadline, end: Occurrence | undefined): void {
  if (!end) {
    const stillDue = deadline.dueAt > buffer.now;
    if (deadline.nature !== 'DEBT' && !stillDue) return;
    if (deadline.metAt !== undefined || (deadline.state === 'BREACHED' && stillDue)) {
      appendEvent(buffer, 'deadlineReopened', { deadline: deadline.id, breached: !stillDue });
    }
    return;
  }
  const late = end.at >= deadline.dueAt;
  const state = late ? 'BREACHED' : 'MET';
  if (deadline.metAt === end.at && deadline.state === state) return;
  appendEvent(buffer, 'deadlineMet', { deadline: deadline.id, metAt: end.at, late });
}

function pauseOrResume(buffer: EventBuffer, id: string, rule: DeadlineRule): void {
  const deadline = buffer.state.deadlines.find((it) => it.id === id);
  const pauses =
    buffer.state.state === 'SUSPENDED' &&
    rule.effect === 'PRACTICE' &&
    rule.nature === 'DEBT' &&
    !rule.starts.includes('suspended');
  if (deadline?.state === 'OPEN' && pauses) appendEvent(buffer, 'deadlinePaused', { deadline: id });
  if (deadline?.state === 'PAUSED' && !pauses) appendEvent(buffer, 'deadlineResumed', { deadline: id });
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
