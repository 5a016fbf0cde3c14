import { COUNT_RULES, WHEN_RULES } from '../../rules/rule-names.js';
import type { DeadlineRule, ProcessDocument } from '../../process/process-document.js';
import { markFaults } from './marks.js';
import { isPartyRole } from './who.js';

/** Every deadline can be started, counted and met. */
export function deadlineFaults(document: ProcessDocument): string[] {
  return Object.entries(document.deadlines).flatMap(([kind, rule]) => {
    const where = `deadline ${kind}`;
    return [
      ...markFaults(document, where, [...rule.starts, ...rule.ends, ...(rule.cancels ?? [])]),
      ...natureFaults(document, where, rule),
      ...countFaults(document, where, rule),
      ...(rule.ladder !== undefined && !(rule.ladder in document.ladders)
        ? [`${where}: there is no ladder ${rule.ladder}`]
        : []),
      ...(rule.when !== undefined && !(rule.when in WHEN_RULES) ? [`${where}: there is no rule ${rule.when}`] : []),
      ...[rule.owedBy.role, rule.owedTo.role]
        .filter((role) => !isPartyRole(document, role))
        .map((role) => `${where}: nobody is '${role}'`),
    ];
  });
}

function natureFaults(
  document: ProcessDocument,
  where: string,
  { nature, starts, ends, ladder, bars, onBreach }: DeadlineRule,
): string[] {
  const faults: string[] = [];
  if (starts.length === 0) faults.push(`${where}: nothing starts it`);
  if (nature === 'DEBT' && ends.length === 0) faults.push(`${where}: nothing meets it`);
  if (nature !== 'DEBT' && ladder !== undefined) faults.push(`${where}: only a debt is reminded`);
  if (nature !== 'DEBT' && onBreach !== undefined) faults.push(`${where}: only a debt is breached`);
  if ((nature === 'HOLD') !== (bars !== undefined))
    faults.push(`${where}: a hold bars something, and nothing else does`);
  const unknown = (bars ?? [])
    .filter((fact) => !(fact in document.facts))
    .map((fact) => `${where}: there is no fact ${fact}`);
  return [...faults, ...unknown];
}

function countFaults(document: ProcessDocument, where: string, rule: DeadlineRule): string[] {
  const { count, dateField, otherwise, calendar, starts } = rule;
  const faults: string[] = [];
  if (typeof count === 'number' && !Number.isInteger(count)) faults.push(`${where}: ${count} is not whole`);
  if (typeof count === 'number' && count < 0 && dateField === undefined)
    faults.push(`${where}: is due before it starts`);
  if (typeof count === 'object' && 'rule' in count && !(count.rule in COUNT_RULES))
    faults.push(`${where}: there is no rule ${count.rule}`);
  if (otherwise && dateField === undefined) faults.push(`${where}: 'otherwise' is for a date that may be absent`);
  if (dateField !== undefined && (calendar === 'HOURS' || calendar === 'MONTHS'))
    faults.push(`${where}: a date is counted from in days`);
  const fields = [
    ...(dateField === undefined ? [] : [[dateField, 'format', 'date'] as const]),
    ...(typeof count === 'object' && 'field' in count ? [[count.field, 'type', 'integer'] as const] : []),
  ];
  const missing = fields.flatMap(([name, key, value]) =>
    starts
      .filter((start) => propertyOf(document, start, name)?.[key] !== value)
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
