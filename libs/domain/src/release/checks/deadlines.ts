import { COUNT_RULES, WHEN_RULES } from '../../rules/rule-names.js';
import type { DeadlineRule, ProcessDocument } from '../../process/process-document.js';
import { isOwedToHer } from '../../model/promise.js';
import { MARK_DATES, markFaults } from './marks.js';
import { ruleCallFaults, unknownFacts } from './rule-calls.js';
import { isPartyRole } from './who.js';

type DocumentDeadline = ProcessDocument['deadlines'][string];

/** Every deadline can be started, counted and met. */
export function deadlineFaults(document: ProcessDocument): string[] {
  return Object.entries(document.deadlines).flatMap(([kind, rule]) => {
    const where = `deadline ${kind}`;
    return [
      ...markFaults(document, where, [...rule.starts, ...rule.ends, ...(rule.cancels ?? [])]),
      ...natureFaults(document, where, rule),
      ...countFaults(document, where, rule),
      ...holidayFaults(where, rule),
      ...(rule.ladder !== undefined && !(rule.ladder in document.ladders)
        ? [`${where}: there is no ladder ${rule.ladder}`]
        : []),
      ...(isOwedToHer(rule) === (rule.promise !== undefined)
        ? []
        : [`${where}: what is owed to the entrepreneur is worded to her, and nothing else is`]),
      ...(rule.when ? ruleCallFaults(document, where, WHEN_RULES, rule.when) : []),
      ...[rule.owedBy.role, rule.owedTo.role]
        .filter((role) => !isPartyRole(document, role))
        .map((role) => `${where}: nobody is '${role}'`),
    ];
  });
}

function natureFaults(
  document: ProcessDocument,
  where: string,
  { nature, starts, ends, ladder, bars, onBreach, phaseSla, expiry, stuckAtOnce }: DeadlineRule,
): string[] {
  const faults: string[] = [];
  if (starts.length === 0) faults.push(`${where}: nothing starts it`);
  if (nature === 'DEBT' && ends.length === 0) faults.push(`${where}: nothing meets it`);
  if (ends.includes('closed') || ends.includes('closed:DORMANT'))
    faults.push(`${where}: silence meets nothing; name the ways of closing that meet it`);
  if (nature !== 'DEBT' && ladder !== undefined) faults.push(`${where}: only a debt is reminded`);
  if (nature !== 'DEBT' && onBreach !== undefined) faults.push(`${where}: only a debt is breached`);
  if (nature !== 'DEBT' && (phaseSla || expiry || stuckAtOnce))
    faults.push(`${where}: only a debt makes the case stuck`);
  if ((nature === 'HOLD') !== (bars !== undefined))
    faults.push(`${where}: a hold bars something, and nothing else does`);
  return [...faults, ...unknownFacts(document, where, bars ?? [])];
}

/** Whether a period moves off holidays is not to be assumed: each rule says it, and by what. */
function holidayFaults(
  where: string,
  { calendar, effect, otherwise, dateField, movesOffHolidays, holidaySource }: DocumentDeadline,
): string[] {
  const calendars = dateField === undefined ? [calendar] : otherwise ? [otherwise.calendar] : [];
  const mustSay = calendars.some(
    (it) => it === 'WEEKS' || it === 'MONTHS' || (it === 'CALENDAR_DAYS' && effect === 'LEGAL'),
  );
  if (mustSay && (movesOffHolidays === undefined || holidaySource === undefined))
    return [`${where}: does not say whether its end moves off holidays, and by what`];
  return calendar === 'HOURS' && effect !== 'LEGAL'
    ? [`${where}: hours are not paused, so only the law counts them`]
    : [];
}

function countFaults(document: ProcessDocument, where: string, rule: DeadlineRule): string[] {
  const { count, dateField, otherwise, calendar, starts } = rule;
  const faults: string[] = [];
  if (typeof count === 'number' && !Number.isInteger(count)) faults.push(`${where}: ${count} is not whole`);
  if (typeof count === 'number' && count < 0 && dateField === undefined)
    faults.push(`${where}: is due before it starts`);
  if (typeof count === 'object' && 'rule' in count) faults.push(...ruleCallFaults(document, where, COUNT_RULES, count));
  if (otherwise && dateField === undefined) faults.push(`${where}: 'otherwise' is for a date that may be absent`);
  if (dateField !== undefined && (calendar === 'HOURS' || calendar === 'WEEKS' || calendar === 'MONTHS'))
    faults.push(`${where}: a date is counted from in days`);
  const fields = [
    ...(dateField === undefined ? [] : [[dateField, 'format', 'date'] as const]),
    ...(typeof count === 'object' && 'field' in count ? [[count.field, 'type', 'integer'] as const] : []),
  ];
  const missing = fields.flatMap(([name, key, value]) =>
    starts
      .filter((start) => !MARK_DATES[start]?.includes(name) && propertyOf(document, start, name)?.[key] !== value)
      .map((start) => `${where}: ${start} has no ${value} in ${name}`),
  );
  return [...faults, ...missing];
}

function propertyOf(
  document: ProcessDocument,
  start: string,
  name: string,
): Readonly<Record<string, unknown>> | undefined {
  return start.startsWith('fact:') ? document.facts[start.slice('fact:'.length)]?.schema.properties[name] : undefined;
}
