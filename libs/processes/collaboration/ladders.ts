import type { LadderRung, ProcessDocument, Slot } from '#domain/process/core.js';

type Rung = Pick<LadderRung, 'rung' | 'days' | 'calendar' | 'from'>;

const working = (rung: string, days: number, from: Rung['from'] = 'DUE'): Rung => ({
  rung,
  days,
  calendar: 'WORKING_DAYS_EEA',
  from,
});
const calendar = (rung: string, days: number, from: Rung['from'] = 'DUE'): Rung => ({
  rung,
  days,
  calendar: 'CALENDAR_DAYS',
  from,
});
const remind = (at: Rung, ...to: Slot[]): LadderRung => ({ ...at, to, does: 'remind' });
const escalate = (at: Rung, ...to: Slot[]): LadderRung => ({ ...at, to, does: 'escalate' });

const soon = remind(working('before-1', -1), 'debtor');
const today = remind(working('due', 0), 'debtor');
const manager = escalate(working('manager', 1), 'manager-of:case');
const director = escalate(working('director', 5), 'above:case');
/** `T-30` reminds the debtor thirty days before the date. */
const ahead = (days: number, ...alsoTo: Slot[]): LadderRung =>
  remind(calendar(`before-${days}`, -days), 'debtor', ...alsoTo);

export const ladders = {
  usual: [soon, today, manager, director],
  /** Phases and other long allowances. */
  long: [ahead(14), today, manager, director],
  /** One reminder and no more: what the debtor must do at once, or what a later ladder takes up. */
  once: [today],
  delay: [today, manager],
  reply: [remind(calendar('day-21', 21, 'SINCE'), 'owner'), escalate(working('manager', -3), 'manager-of:case')],
  access: [remind(working('day-3', 3, 'SINCE'), 'debtor'), escalate(working('manager', -1), 'manager-of:case')],
  /** To the entrepreneur only; nothing about them goes to managers. */
  silent: [
    remind(calendar('day-10', 10, 'SINCE'), 'entrepreneur'),
    remind(calendar('day-20', 20, 'SINCE'), 'entrepreneur'),
  ],
  handover: [
    remind(working('day-5', 5, 'SINCE'), 'debtor'),
    remind(working('day-8', 8, 'SINCE'), 'debtor'),
    escalate(working('managers', 10, 'SINCE'), 'manager-of:receiver', 'manager-of:case'),
    escalate(working('directors', 20, 'SINCE'), 'above:receiver', 'above:case'),
    { ...working('lapse', 40, 'SINCE'), to: ['owner', 'manager-of:case'], does: 'lapse' },
  ],
  choose: [today, escalate(working('director', 1), 'above:case')],
  suspension: [escalate(calendar('day-90', 90, 'SINCE'), 'manager-of:case', 'above:case'), ahead(14), today, manager],
  rhythm: [remind(calendar('day-21', 21, 'SINCE'), 'debtor'), manager],
  office: [ahead(30, 'entrepreneur'), ahead(14, 'entrepreneur'), ahead(3, 'entrepreneur'), manager],
  pilotEnd: [ahead(90), ahead(60), ahead(30), ahead(14), today, manager, director],
  breach: [
    remind(calendar('day-1', 1, 'SINCE'), 'debtor', 'role:personvern@case'),
    escalate(calendar('day-2', 2, 'SINCE'), 'manager-of:case'),
  ],
  tender: [ahead(30), soon, manager],
  option: [ahead(180), ahead(90), ahead(30), manager],
  expiry: [ahead(365), ahead(270), ahead(180), escalate(calendar('before-30', -30), 'manager-of:case'), manager],
  budget: [ahead(30), soon, manager, director],
  dataPoint: [
    ahead(14),
    remind(calendar('due', 0), 'debtor'),
    remind(calendar('after-7', 7), 'debtor'),
    escalate(calendar('manager', 14), 'manager-of:case'),
  ],
} satisfies ProcessDocument['ladders'];
