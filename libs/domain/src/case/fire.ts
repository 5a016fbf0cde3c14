import { instantInOslo, osloDateOf } from '../calendar/oslo-time.js';
import { nextWorkingDay } from '../calendar/working-days.js';
import { nextDueAction } from '../deadline/next-wake.js';
import { debtor } from '../deadline/debtor-creditor.js';
import { reconcileDeadlines } from './reconcile-deadlines.js';
import { isOwed } from '../deadline/owed.js';
import { resolveSlots } from '../deadline/resolve-slots.js';
import { appendEvent, createEventBuffer } from './event-buffer.js';
import type { Case, Deadline, Rung } from '../model/case.js';
import type { RuleContext } from '../model/rule-context.js';
import type { CaseChange, EventBuffer } from './event-buffer.js';
import type { Instant } from '../time.js';

/** A rung that fires later than this was delayed by our own outage; less is the ordinary imprecision of timers. */
const OUTAGE_WALL_MS = 60_000;

const ESCALATION_HOUR = 8;

/**
 * The events that fall due by `now`, oldest first, each dated when it was due, and the case after them.
 *
 * 1. A reminder or escalation fires once; a DEBT past its due date is BREACHED and its ladder goes on until it is met.
 * 2. Of reminders that fell due during an outage, or before the deadline was known, only the latest is sent.
 * 3. After an outage an escalation waits until the debtor has had a working day after a reminder that was sent.
 */
export function fire(ctx: RuleContext, state: Case, now: Instant): CaseChange {
  const buffer = createEventBuffer(ctx, state, now, null);
  appendDueEvents(buffer);
  return { events: buffer.events, state: buffer.state };
}

/** What a state had become by an instant. */
interface CaughtUp {
  readonly ctx: RuleContext;
  readonly now: Instant;
  readonly state: Case;
}

/** A state never changes, and the steps of one are tried on many people: what falls due is found once. */
const caughtUp = new WeakMap<Case, CaughtUp>();

/** The case after everything that falls due by `now`. */
export function caseBy(ctx: RuleContext, state: Case, now: Instant): Case {
  const known = caughtUp.get(state);
  if (known && known.now === now && isSameContext(known.ctx, ctx)) return known.state;
  const { state: after } = fire(ctx, state, now);
  caughtUp.set(state, { ctx, now, state: after });
  return after;
}

const isSameContext = (a: RuleContext, b: RuleContext): boolean =>
  a.core === b.core && a.speed === b.speed && a.ruleLevel === b.ruleLevel;

export function appendDueEvents(buffer: EventBuffer): void {
  for (let due = nextDueAction(buffer.state); due && due.at <= buffer.now; due = nextDueAction(buffer.state)) {
    if (due.rung) fireRung(buffer, due.deadline, due.rung);
    else endDeadline(buffer, due.deadline);
  }
}

function endDeadline(buffer: EventBuffer, deadline: Deadline): void {
  const at = deadline.dueAt;
  if (deadline.nature !== 'DEBT') {
    appendEvent(buffer, 'deadlinePassed', { deadline: deadline.id }, at);
  } else {
    breachDeadline(buffer, deadline, at);
  }
  reconcileDeadlines(buffer);
}

function breachDeadline(buffer: EventBuffer, deadline: Deadline, at: Instant): void {
  const owedBy = debtor(buffer.ctx.core, buffer.state, deadline, osloDateOf(at));
  appendEvent(buffer, 'deadlineBreached', { deadline: deadline.id, owedBy }, at);
  if (buffer.ctx.core.deadlines[deadline.kind]?.onBreach === 'DORMANT') goDormant(buffer, deadline, at);
}

/** Silence meets nothing that the law asks of the municipality: what is still owed is named, and stays owed. */
function goDormant(buffer: EventBuffer, { id }: Deadline, at: Instant): void {
  const owed = buffer.state.deadlines
    .filter((it) => it.nature === 'DEBT' && it.effect === 'LEGAL' && it.owedTo.party === 'ENTREPRENEUR' && isOwed(it))
    .map((it) => it.id);
  appendEvent(buffer, 'caseWentDormant', { deadline: id, ...(owed.length > 0 && { owed }) }, at);
}

function fireRung(buffer: EventBuffer, deadline: Deadline, rung: Rung): void {
  if (rung.action === 'lapse') {
    const handover = deadline.basis.about?.id ?? '';
    appendEvent(buffer, 'handoverLapsed', { handover }, rung.at);
    appendEvent(buffer, 'deadlineCancelled', { deadline: deadline.id, reason: 'lapsed' }, rung.at);
    reconcileDeadlines(buffer);
    return;
  }
  const body = {
    deadline: deadline.id,
    rung: rung.rung,
    to: resolveSlots(buffer.ctx.core, buffer.state, deadline, rung.to, osloDateOf(rung.at)),
  };
  if (rung.action === 'remind') {
    appendEvent(buffer, 'reminderDue', { ...body, send: shouldSend(buffer, deadline, rung) }, rung.at);
    return;
  }
  const until = escalationHeldUntil(buffer, deadline, rung);
  if (until) appendEvent(buffer, 'escalationHeld', { deadline: deadline.id, rung: rung.rung, until });
  else appendEvent(buffer, 'escalated', { ...body, send: shouldSend(buffer, deadline, rung) }, rung.at);
}

/** Whether the receivers of a rung that has fallen due are notified; otherwise it is only recorded. */
function shouldSend(buffer: EventBuffer, deadline: Deadline, rung: Rung): boolean {
  if (isOvertaken(deadline, rung)) return false;
  if (rung.at < deadline.knownAt) return !laterPendingRungs(buffer, deadline, rung).length;
  if (wallLatenessMs(buffer, rung) <= OUTAGE_WALL_MS) return true;
  return !laterPendingRungs(buffer, deadline, rung).some((other) => other.action === rung.action);
}

/** A later rung of the same kind was moved off a holiday to the same instant: the sharper of the two is enough. */
const isOvertaken = ({ rungs }: Deadline, { rung, at, action }: Rung): boolean =>
  rungs.some((other) => other.rung !== rung && !other.done && other.at === at && other.action === action);

function laterPendingRungs(buffer: EventBuffer, deadline: Deadline, rung: Rung): readonly Rung[] {
  return deadline.rungs.filter((other) => !other.done && other.at > rung.at && other.at <= buffer.now);
}

function wallLatenessMs(buffer: EventBuffer, rung: Rung): number {
  return (Date.parse(buffer.now) - Date.parse(rung.at)) / buffer.ctx.speed;
}

/**
 * Until when an escalation must wait, or null when it need not. It waits only after an outage and only when a reminder
 * was sent: the debtor gets one whole working day after that reminder.
 */
function escalationHeldUntil(buffer: EventBuffer, deadline: Deadline, rung: Rung): Instant | null {
  if (rung.waitsUntil || rung.at < deadline.knownAt || wallLatenessMs(buffer, rung) <= OUTAGE_WALL_MS) return null;
  const sent = deadline.rungs.flatMap((it) => (it.action === 'remind' && it.done?.send ? [it.done.recordedAt] : []));
  const lastSent = sent.sort().at(-1);
  if (lastSent === undefined) return null;
  const until = instantInOslo(nextWorkingDay(nextWorkingDay(osloDateOf(lastSent))), ESCALATION_HOUR);
  return until > buffer.now ? until : null;
}
