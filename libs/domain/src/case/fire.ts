import { atOslo, osloDateOf } from '../calendar/oslo.js';
import { nextWorkingDay } from '../calendar/working-days.js';
import { nextDue } from '../deadline/next-deadline.js';
import { debtor } from '../deadline/parties.js';
import { settle } from './settle.js';
import { slotsOf } from '../deadline/slots-of.js';
import { append, beginLog } from './log.js';
import type { Case, Deadline, Rung } from '../model/case.js';
import type { Context } from '../model/context.js';
import type { CaseEvent } from '../model/events.js';
import type { Log } from './log.js';
import type { Instant } from '../time.js';

/** A rung later than this, in wall milliseconds, was held up by our own outage and not by the engine's grain. */
const OUTAGE_WALL_MS = 60_000;

const ESCALATION_HOUR = 8;

/**
 * What the clock owes by `now`, oldest first, each event stamped with the instant it was due.
 *
 * 1. A reminder or escalation fires once; a deadline past its day is BREACHED and goes on up its ladder until it is met.
 * 2. Of reminders that fell due while we were down, or before the deadline was known, only the latest is sent.
 * 3. After our own outage an escalation waits until the debtor has had a working day after a reminder really sent.
 */
export function fire(ctx: Context, state: Case, now: Instant): readonly CaseEvent[] {
  const log = beginLog(ctx, state, now, null);
  fireInto(log);
  return log.events;
}

export function fireInto(log: Log): void {
  for (let due = nextDue(log.state); due && due.at <= log.now; due = nextDue(log.state)) {
    if (due.rung) fireRung(log, due.deadline, due.rung);
    else end(log, due.deadline);
  }
}

function end(log: Log, deadline: Deadline): void {
  const at = deadline.dueAt;
  if (deadline.nature !== 'DEBT') {
    append(log, 'deadlinePassed', { deadline: deadline.id }, at);
  } else {
    breach(log, deadline, at);
  }
  settle(log);
}

function breach(log: Log, deadline: Deadline, at: Instant): void {
  append(log, 'deadlineBreached', { deadline: deadline.id, owedBy: debtor(log.state, deadline) }, at);
  if (log.ctx.core.deadlines[deadline.kind]?.onBreach === 'DORMANT')
    append(log, 'caseWentDormant', { deadline: deadline.id }, at);
}

function fireRung(log: Log, deadline: Deadline, rung: Rung): void {
  if (rung.does === 'lapse') {
    const handover = (deadline.basis.about ?? '').split(':')[0] ?? '';
    append(log, 'handoverLapsed', { handover }, rung.at);
    append(log, 'deadlineCancelled', { deadline: deadline.id, reason: 'lapsed' }, rung.at);
    settle(log);
    return;
  }
  const body = { deadline: deadline.id, rung: rung.rung, to: slotsOf(log.state, deadline, rung.to) };
  if (rung.does === 'remind') {
    append(log, 'reminderDue', { ...body, send: isSent(log, deadline, rung) }, rung.at);
    return;
  }
  const until = heldUntil(log, deadline, rung);
  if (until) append(log, 'escalationHeld', { deadline: deadline.id, rung: rung.rung, until });
  else append(log, 'escalated', { ...body, send: isSent(log, deadline, rung) }, rung.at);
}

/** Whether something is sent for a rung that has fallen due, or it is only recorded as due. */
function isSent(log: Log, deadline: Deadline, rung: Rung): boolean {
  if (rung.at < deadline.knownAt) return !laterPending(log, deadline, rung).length;
  if (wallLateness(log, rung) <= OUTAGE_WALL_MS) return true;
  return !laterPending(log, deadline, rung).some((other) => other.does === rung.does);
}

function laterPending(log: Log, deadline: Deadline, rung: Rung): readonly Rung[] {
  return deadline.rungs.filter((other) => !other.done && other.at > rung.at && other.at <= log.now);
}

function wallLateness(log: Log, rung: Rung): number {
  return (Date.parse(log.now) - Date.parse(rung.at)) / log.ctx.speed;
}

/**
 * Until when an escalation must wait, or null when it may go. Only after an outage, and only where the ladder has
 * reminders: the debtor is to have one whole working day after a reminder that was really sent.
 */
function heldUntil(log: Log, deadline: Deadline, rung: Rung): Instant | null {
  if (rung.waitsUntil || rung.at < deadline.knownAt || wallLateness(log, rung) <= OUTAGE_WALL_MS) return null;
  const sent = deadline.rungs.flatMap((it) => (it.does === 'remind' && it.done?.send ? [it.done.recordedAt] : []));
  const lastSent = sent.sort().at(-1);
  if (lastSent === undefined) return null;
  const until = atOslo(nextWorkingDay(nextWorkingDay(osloDateOf(lastSent))), ESCALATION_HOUR);
  return until > log.now ? until : null;
}
