import { osloDateOf } from '#domain/calendar/oslo-time.js';
import type { Case, Fact } from '#domain/model/case.js';
import type { FactDescription, ProcessDocument } from '#domain/process/process-document.js';
import { daysBetween } from '#domain/time.js';
import type { Instant, LocalDate } from '#domain/time.js';

/** De minimis aid to one undertaking over three years, in euro (domain.md D4). */
const AID_LIMIT_EUR = 300_000;

export interface Balances {
  readonly hours?: { readonly granted: number; readonly used: number; readonly left: number };
  readonly office?: { readonly until: LocalDate; readonly daysLeft: number };
  readonly aid?: { readonly nok: number; readonly eur: number; readonly percent: number };
}

/** What is granted on the case and what is left of it (domain.md 00.9); `left` is negative beyond the quota. */
export function balances(
  document: Pick<ProcessDocument, 'facts' | 'deadlines'>,
  { facts, deadlines }: Pick<Case, 'facts' | 'deadlines'>,
  now: Instant,
): Balances {
  const countingTowards = (balance: FactDescription['balance']): readonly Fact[] =>
    facts.filter(({ fact, retracted }) => !retracted && document.facts[fact]?.balance === balance);
  const granted = sumOfHours(countingTowards('hoursGranted'));
  const used = sumOfHours(countingTowards('hoursUsed'));
  const office = deadlines.findLast(
    ({ kind, state }) => document.deadlines[kind]?.balance === 'office' && (state === 'OPEN' || state === 'PAUSED'),
  );
  const aid = aidOf(document, countingTowards('aid'));
  return {
    ...(granted > 0 && { hours: { granted, used, left: granted - used } }),
    ...(office && {
      office: { until: office.dueOn, daysLeft: Math.max(0, daysBetween(osloDateOf(now), office.dueOn)) },
    }),
    ...(aid && { aid }),
  };
}

function aidOf({ facts }: Pick<ProcessDocument, 'facts'>, entries: readonly Fact[]): Balances['aid'] {
  const counted = entries.filter(({ data }) => data['kind'] !== 'NOT_AID');
  if (counted.length === 0) return undefined;
  const nok = counted.reduce((total, { data }) => total + numberIn(data, 'amountNok'), 0);
  const eur = counted.reduce((total, { fact, data }) => {
    const usualRate = facts[fact]?.schema.properties['nokPerEur']?.['default'];
    return total + numberIn(data, 'amountNok') / (numberIn(data, 'nokPerEur') || Number(usualRate));
  }, 0);
  return { nok, eur: Math.round(eur), percent: Math.round((eur / AID_LIMIT_EUR) * 1000) / 10 };
}

const sumOfHours = (facts: readonly Fact[]): number =>
  facts.reduce((total, { data }) => total + numberIn(data, 'hours'), 0);

function numberIn(data: Fact['data'], field: string): number {
  const value = data[field];
  return typeof value === 'number' ? value : 0;
}
