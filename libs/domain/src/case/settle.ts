import { append } from './log.js';
import { whenRules } from '../rules/when-rules.js';
import { dueFor, rungsFor } from '../deadline/due-for.js';
import { isOwed } from '../deadline/owed.js';
import { follows, occurrences } from '../model/occurrences.js';
import type { WhenRule } from '../rules/names.js';
import type { Case, Deadline } from '../model/case.js';
import type { Log } from './log.js';
import type { DeadlineRule } from '../process/core.js';
import type { Occurrence } from '../model/occurrences.js';

/**
 * Brings the deadlines into line with the facts and marks as they now stand, by events: opened, moved, met, reopened,
 * paused, cancelled. Deadlines are a function of the case's effective history; this is the only place that says so.
 *
 * 1. An instance belongs to one occurrence of its rule's start; a corrected fact keeps its instance and moves it.
 * 2. It is met by the first end that follows the start; in time when that end's `at` is before `dueAt`, else BREACHED with `metAt`.
 * 3. It is void when its start is gone, its scope is over or a cancelling mark follows.
 * 4. What was sent stays sent: rungs that have fired are kept through every move.
 */
export function settle(log: Log): void {
  for (let pass = 0, before = -1; log.events.length !== before && pass < MOST_PASSES; pass += 1) {
    before = log.events.length;
    for (const [kind, rule] of Object.entries(log.ctx.core.deadlines)) settleKind(log, kind, rule);
  }
}

/** One deadline's end may be another's start; two passes are usual, more than this would be a circle in the document. */
const MOST_PASSES = 6;

function settleKind(log: Log, kind: string, rule: DeadlineRule): void {
  const all = occurrences(log.state, rule.starts);
  const bases = rule.once ? all.slice(0, 1) : all;
  const live = new Set<string>();
  for (const basis of bases) {
    const id = idOf(kind, rule, basis);
    live.add(id);
    settleOne(log, id, kind, rule, basis);
  }
  for (const gone of log.state.deadlines.filter((deadline) => deadline.kind === kind && !live.has(deadline.id))) {
    if (isOwed(gone)) append(log, 'deadlineCancelled', { deadline: gone.id, reason: 'basis-gone' });
  }
}

function idOf(kind: string, rule: DeadlineRule, basis: Occurrence): string {
  if (rule.once) return kind;
  return `${kind}:${basis.about ?? basis.seq}`;
}

function settleOne(log: Log, id: string, kind: string, rule: DeadlineRule, basis: Occurrence): void {
  const before = log.state.deadlines.find((deadline) => deadline.id === id);
  const end = endOf(log, rule, basis);
  const reason = voidReason(log, rule, basis);
  if (reason !== null && !(end && before && isOwed(before))) {
    if (before && isOwed(before)) append(log, 'deadlineCancelled', { deadline: id, reason });
    return;
  }
  if (!before || (before.state === 'CANCELLED' && before.basis.seq !== basis.seq))
    openInstance(log, id, kind, rule, basis);
  else if (before.state !== 'CANCELLED') move(log, before, rule, basis);
  const deadline = log.state.deadlines.find((it) => it.id === id);
  if (!deadline || deadline.state === 'CANCELLED') return;
  meet(log, deadline, end);
  pauseOrResume(log, id, rule);
}

function openInstance(log: Log, id: string, kind: string, rule: DeadlineRule, basis: Occurrence): void {
  const { core } = log.ctx;
  const due = dueFor(core, log.state, rule, basis);
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
    basis: { seq: basis.seq, key: basis.key, at: basis.at, ...(basis.about !== undefined && { about: basis.about }) },
    dueOn: due.dueOn,
    dueAt: due.dueAt,
    state: 'OPEN',
    knownAt: log.now,
    rungs: rungsFor(core, log.state, rule, basis.on, due.dueOn),
    moved: [],
    scope: rule.scope,
  };
  append(log, 'deadlineOpened', { deadline });
}

function move(log: Log, before: Deadline, rule: DeadlineRule, basis: Occurrence): void {
  if (isSettled(log.state, before)) return;
  const due = dueFor(log.ctx.core, log.state, rule, basis, before);
  if (!due) {
    if (isOwed(before)) append(log, 'deadlineCancelled', { deadline: before.id, reason: 'no-date' });
    return;
  }
  if (due.dueAt === before.dueAt && basis.at === before.basis.at) return settledBy(log.state, before);
  const fired = new Set(before.rungs.filter((rung) => rung.done).map((rung) => rung.rung));
  append(log, 'deadlineMoved', {
    deadline: before.id,
    from: before.dueOn,
    to: due.dueOn,
    dueAt: due.dueAt,
    rungs: rungsFor(log.ctx.core, log.state, rule, basis.on, due.dueOn).filter((rung) => !fired.has(rung.rung)),
    why: whyMoved(before, due.dueOn, basis),
    basisAt: basis.at,
  });
}

type DateInputs = Pick<Case, 'facts' | 'pauses' | 'route'>;

/** The facts, pauses and route under which a deadline's date was last found right: while they stand, it is. */
const settled = new WeakMap<Deadline, DateInputs>();

function isSettled({ facts, pauses, route }: DateInputs, deadline: Deadline): boolean {
  const by = settled.get(deadline);
  return by?.facts === facts && by.pauses === pauses && by.route === route;
}

function settledBy({ facts, pauses, route }: DateInputs, deadline: Deadline): void {
  settled.set(deadline, { facts, pauses, route });
}

function whyMoved(before: Deadline, to: string, basis: Occurrence): string {
  if (before.extended?.to === to) return before.extended.reason;
  return basis.at === before.basis.at ? 'pause' : 'basis-corrected';
}

function meet(log: Log, deadline: Deadline, end: Occurrence | undefined): void {
  if (!end) {
    const stillDue = deadline.dueAt > log.now;
    if (deadline.nature !== 'DEBT' && !stillDue) return;
    if (deadline.metAt !== undefined || (deadline.state === 'BREACHED' && stillDue)) {
      append(log, 'deadlineReopened', { deadline: deadline.id, breached: !stillDue });
    }
    return;
  }
  const late = end.at >= deadline.dueAt;
  const state = late ? 'BREACHED' : 'MET';
  if (deadline.metAt === end.at && deadline.state === state) return;
  append(log, 'deadlineMet', { deadline: deadline.id, metAt: end.at, late });
}

function pauseOrResume(log: Log, id: string, rule: DeadlineRule): void {
  const deadline = log.state.deadlines.find((it) => it.id === id);
  const pauses =
    log.state.state === 'SUSPENDED' &&
    rule.effect === 'PRACTICE' &&
    rule.nature === 'DEBT' &&
    !rule.starts.includes('suspended');
  if (deadline?.state === 'OPEN' && pauses) append(log, 'deadlinePaused', { deadline: id });
  if (deadline?.state === 'PAUSED' && !pauses) append(log, 'deadlineResumed', { deadline: id });
}

function endOf(log: Log, rule: DeadlineRule, basis: Occurrence): Occurrence | undefined {
  const ends = occurrences(log.state, rule.ends);
  return rule.once ? ends.find((end) => end.seq !== basis.seq) : ends.find((end) => follows(end, basis));
}

/** Why an instance is void, or null when it stands. */
function voidReason(log: Log, rule: DeadlineRule, basis: Occurrence): string | null {
  const { state } = log;
  if (rule.when && !whenRules[rule.when as WhenRule](state, log.ctx.core)) return 'does-not-apply';
  if (rule.cancels && occurrences(state, rule.cancels).some((mark) => follows(mark, basis))) return 'cancelled';
  if (rule.scope === 'BEYOND') return null;
  if (state.closedAt !== undefined && basis.key !== 'closed' && !basis.key.startsWith('closed:')) return 'closed';
  if (rule.scope === 'PHASE' && basis.seq < state.phaseSeq) return 'phase-left';
  return null;
}
