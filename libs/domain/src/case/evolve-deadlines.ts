import { osloDateOf } from '../calendar/oslo-time.js';
import type { Deadline, Rung } from '../model/case.js';
import type { CaseEvent } from '../model/events.js';

export const NO_DEADLINES: readonly Deadline[] = [];

/** Deadlines after an event. A moved one keeps the rungs that have fired. */
export function evolveDeadlines(deadlines: readonly Deadline[], event: CaseEvent): readonly Deadline[] {
  switch (event.type) {
    case 'deadlineOpened': {
      const opened = event.data.deadline;
      return [...deadlines.filter((deadline) => deadline.id !== opened.id), opened];
    }
    case 'deadlineMoved':
      return updateDeadline(deadlines, event.data.deadline, ({ escalatedTo: _past, ...deadline }) => ({
        ...deadline,
        basis: { ...deadline.basis, ...event.data.basis, at: event.data.basisAt },
        dueOn: event.data.to,
        dueAt: event.data.dueAt,
        knownAt: event.recordedAt,
        rungs: [...firedRungs(deadline), ...event.data.rungs],
        moved: [...deadline.moved, { from: event.data.from, to: event.data.to, by: event.by, reason: event.data.why }],
      }));
    case 'deadlineExtended': {
      const { until: to, reason, missedOn } = event.data;
      const on = osloDateOf(event.at);
      return updateDeadline(deadlines, event.data.deadline, (deadline) => ({
        ...deadline,
        extended: { to, reason, on, ...(missedOn !== undefined && { missedOn }) },
      }));
    }
    case 'deadlineMet': {
      const { late, metAt } = event.data;
      return updateDeadline(deadlines, event.data.deadline, ({ late: _late, ...deadline }) => ({
        ...deadline,
        state: late && deadline.nature === 'DEBT' ? 'BREACHED' : 'MET',
        metAt,
        ...(late && deadline.nature !== 'DEBT' && { late: true }),
      }));
    }
    case 'deadlinePassed':
      return updateDeadline(deadlines, event.data.deadline, ({ late: _late, ...deadline }) => ({
        ...deadline,
        state: 'MET',
        metAt: event.at,
      }));
    case 'deadlineCancelled':
      return updateDeadline(deadlines, event.data.deadline, (deadline) => ({
        ...deadline,
        state: 'CANCELLED',
        metAt: undefined,
        cancelled: event.data.reason,
      }));
    case 'deadlineBreached':
      return updateDeadline(deadlines, event.data.deadline, (deadline) => ({ ...deadline, state: 'BREACHED' }));
    case 'deadlineReopened':
      return updateDeadline(
        deadlines,
        event.data.deadline,
        ({ metAt: _met, late: _late, ladderPaused: _rests, ...deadline }) => ({
          ...deadline,
          state: event.data.breached ? 'BREACHED' : 'OPEN',
        }),
      );
    case 'deadlinePaused':
      return updateDeadline(deadlines, event.data.deadline, (deadline) =>
        deadline.state === 'BREACHED' ? { ...deadline, ladderPaused: true } : { ...deadline, state: 'PAUSED' },
      );
    case 'deadlineResumed':
      return updateDeadline(deadlines, event.data.deadline, ({ ladderPaused: _rests, ...deadline }) => ({
        ...deadline,
        state: deadline.state === 'BREACHED' ? 'BREACHED' : 'OPEN',
        knownAt: event.recordedAt,
        rungs: [...firedRungs(deadline), ...event.data.rungs],
      }));
    case 'escalated':
      return updateDeadline(rungDone(deadlines, event), event.data.deadline, (deadline) => ({
        ...deadline,
        escalatedTo: [...new Set([...(deadline.escalatedTo ?? []), ...event.data.to])],
      }));
    case 'reminderDue':
      return rungDone(deadlines, event);
    case 'debtTaken':
      return updateDeadline(deadlines, event.data.deadline, (deadline) => ({ ...deadline, heldBy: event.data.by }));
    case 'debtActedOn':
      return updateDeadline(deadlines, event.data.deadline, ({ escalatedTo: _seen, ...deadline }) => ({
        ...deadline,
        ...(event.data.person !== undefined && { heldBy: event.data.person }),
      }));
    case 'escalationHeld':
      return rung(deadlines, event.data, (it) => ({ ...it, waitsUntil: event.data.until }));
    default:
      return deadlines;
  }
}

function rungDone(
  deadlines: readonly Deadline[],
  { recordedAt, data }: Extract<CaseEvent, { type: 'reminderDue' | 'escalated' }>,
): readonly Deadline[] {
  return rung(deadlines, data, (it, { dueOn }) => ({
    ...it,
    done: { recordedAt, send: data.send, dueOn, to: data.to },
  }));
}

function firedRungs(deadline: Deadline): readonly Rung[] {
  return deadline.rungs.filter((it) => it.done);
}

function updateDeadline(
  deadlines: readonly Deadline[],
  id: string,
  to: (deadline: Deadline) => Deadline,
): readonly Deadline[] {
  return deadlines.map((deadline) => (deadline.id === id ? to(deadline) : deadline));
}

function rung(
  deadlines: readonly Deadline[],
  which: { readonly deadline: string; readonly rung: string },
  to: (it: Rung, of: Deadline) => Rung,
): readonly Deadline[] {
  return updateDeadline(deadlines, which.deadline, (deadline) => ({
    ...deadline,
    rungs: deadline.rungs.map((it) => (it.rung === which.rung && !it.done ? to(it, deadline) : it)),
  }));
}
