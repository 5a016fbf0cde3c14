import { osloDateOf } from '#domain/calendar/oslo-time.js';
import type { Case, Fact } from '#domain/model/case.js';
import { daysBetween } from '#domain/time.js';
import type { Instant, LocalDate } from '#domain/time.js';

/** De minimis aid to one undertaking over three years, in euro (domain.md D4). */
const AID_LIMIT_EUR = 300_000;
/** The default of the field `nokPerEur` in the fact `aidAwarded`. */
const DEFAULT_NOK_PER_EUR = 11.5;

export interface Balances {
  readonly hours?: { readonly granted: number; readonly used: number; readonly left: number };
  readonly office?: { readonly until: LocalDate; readonly daysLeft: number };
  readonly aid?: { readonly nok: number; readonly eur: number; readonly percent: number };
}

/** What is granted on the case and what is left of it (domain.md 00.9); `left` is negative beyond the quota. */
export function balances({ facts, deadlines }: Pick<Case, 'facts' | 'deadlines'>, now: Instant): Balances {
  const activeFacts = facts.filter(({ retracted }) => !retracted);
  const granted = sum(activeFacts, 'adviceGranted', 'hours');
  const used = sum(activeFacts, 'sessionLogged', 'hours');
  const office = deadlines.findLast(
    ({ kind, state }) => kind === 'office.end' && (state === 'OPEN' || state === 'PAUSED'),
  );
  const aid = aidOf(activeFacts);
  return {
    ...(granted > 0 && { hours: { granted, used, left: granted - used } }),
    ...(office && {
      office: { until: office.dueOn, daysLeft: Math.max(0, daysBetween(osloDateOf(now), office.dueOn)) },
    }),
    ...(aid && { aid }),
  };
}

function aidOf(facts: readonly Fact[]): Balances['aid'] {
  const entries = facts.filter(({ fact, data }) => fact === 'aidAwarded' && data['kind'] !== 'NOT_AID');
  if (entries.length === 0) return undefined;
  const nok = entries.reduce((total, { data }) => total + numberIn(data, 'amountNok'), 0);
  const eur = entries.reduce(
    (total, { data }) => total + numberIn(data, 'amountNok') / (numberIn(data, 'nokPerEur') || DEFAULT_NOK_PER_EUR),
    0,
  );
  return { nok, eur: Math.round(eur), percent: Math.round((eur / AID_LIMIT_EUR) * 1000) / 10 };
}

function sum(facts: readonly Fact[], name: string, field: string): number {
  return facts.reduce((total, { fact, data }) => (fact === name ? total + numberIn(data, field) : total), 0);
}

function numberIn(data: Fact['data'], field: string): number {
  const value = data[field];
  return typeof value === 'number' ? value : 0;
}
