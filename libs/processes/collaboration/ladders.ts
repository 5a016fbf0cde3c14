import type { LadderRung, ProcessDocument, Slot } from '#domain/process/process-document.js';

type RungPosition = Pick<LadderRung, 'rung' | 'days' | 'calendar' | 'from'>;

const working = (rung: string, days: number, from: RungPosition['from'] = 'DUE'): RungPosition => ({
  rung,
  days,
  calendar: 'WORKING_DAYS_EEA',
  from,
});
const calendar = (rung: string, days: number, from: RungPosition['from'] = 'DUE'): RungPosition => ({
  rung,
  days,
  calendar: 'CALENDAR_DAYS',
  from,
});
const remind = (at: RungPosition, ...to: Slot[]): LadderRung => ({ ...at, to, action: 'remind' });
const escalate = (at: RungPosition, ...to: Slot[]): LadderRung => ({ ...at, to, action: 'escalate' });

const dayBefore = remind(working('before-1', -1), 'debtor');
const dueDay = remind(working('due', 0), 'debtor');
const manager = escalate(working('manager', 1), 'manager-of:case');
const director = escalate(working('director', 5), 'above:case');
/** Reminds the debtor this many days before the due date. */
const daysBefore = (days: number, ...alsoTo: Slot[]): LadderRung =>
  remind(calendar(`before-${days}`, -days), 'debtor', ...alsoTo);

export const ladders = {
  usual: [dayBefore, dueDay, manager, director],
  /** A phase over its time; whoever has the debt that carries the case is reminded by that one's ladder. */
  phase: [manager, director],
  prepare: [daysBefore(14), dueDay],
  /** Long deadlines. */
  long: [daysBefore(14), dueDay, manager, director],
  /** A single reminder: short duties, and those that a later ladder escalates. */
  once: [dueDay],
  /** What concerns nobody above the unit's own manager. */
  toManager: [dueDay, manager],
  reply: [remind(calendar('day-21', 21, 'SINCE'), 'owner'), escalate(working('manager', -3), 'manager-of:case')],
  access: [remind(working('day-3', 3, 'SINCE'), 'debtor'), escalate(working('manager', -1), 'manager-of:case')],
  /** Reminds the entrepreneur only; never escalates to managers. */
  silent: [remind(working('before-5', -5), 'entrepreneur'), remind(working('due', 0), 'entrepreneur')],
  /** The entrepreneur, and the one who waits, are told before the case falls asleep. */
  dormancy: [remind(working('before-5', -5), 'entrepreneur', 'owner')],
  handover: [
    remind(working('day-5', 5, 'SINCE'), 'debtor'),
    remind(working('day-8', 8, 'SINCE'), 'debtor'),
    escalate(working('managers', 10, 'SINCE'), 'manager-of:receiver', 'manager-of:case'),
    escalate(working('directors', 20, 'SINCE'), 'above:receiver', 'above:case'),
    { ...working('lapse', 40, 'SINCE'), to: ['owner', 'manager-of:case'], action: 'lapse' },
  ],
  /** More time was given after nobody had answered. */
  answerAgain: [
    dueDay,
    escalate(working('managers', 1), 'manager-of:receiver', 'manager-of:case'),
    { ...working('lapse', 10), to: ['owner', 'manager-of:case'], action: 'lapse' },
  ],
  /** A question to a unit: its own managers are told, and the owner who waits for the answer. */
  question: [
    dayBefore,
    dueDay,
    escalate(working('manager', 1), 'manager-of:asked', 'owner'),
    escalate(working('director', 5), 'above:asked'),
  ],
  choose: [dueDay, escalate(working('director', 1), 'above:case')],
  suspension: [
    escalate(calendar('day-90', 90, 'SINCE'), 'manager-of:case', 'above:case'),
    daysBefore(14),
    dueDay,
    manager,
  ],
  rhythm: [remind(calendar('day-21', 21, 'SINCE'), 'debtor'), manager],
  office: [daysBefore(30, 'entrepreneur'), daysBefore(14, 'entrepreneur'), daysBefore(3, 'entrepreneur'), manager],
  pilotEnd: [daysBefore(90), daysBefore(60), daysBefore(30), daysBefore(14), dueDay, manager, director],
  breach: [
    remind(calendar('day-1', 1, 'SINCE'), 'debtor', 'role:personvern@case'),
    escalate(calendar('day-2', 2, 'SINCE'), 'manager-of:case'),
  ],
  tender: [daysBefore(30), dayBefore, manager],
  option: [daysBefore(180), daysBefore(90), daysBefore(30), manager],
  expiry: [
    daysBefore(365),
    daysBefore(270),
    daysBefore(180),
    escalate(calendar('before-30', -30), 'manager-of:case'),
    manager,
  ],
  budget: [daysBefore(30), dayBefore, manager, director],
  dataPoint: [
    daysBefore(14),
    remind(calendar('due', 0), 'debtor'),
    remind(calendar('after-7', 7), 'debtor'),
    escalate(calendar('manager', 14), 'manager-of:case'),
  ],
} satisfies ProcessDocument['ladders'];
