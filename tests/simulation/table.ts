import type { SimulationResult } from './simulate.js';

/**
 * At most so many in two years; more is noise that nobody reads (decision 27). What one person gets of a case is what counts:
 * a case that passes seven gates has some ten handovers to two or three receivers each, and about thirty people in it.
 */
export const CEILINGS = {
  lettersPerCase: { median: 160, p95: 300 },
  escalationsPerCase: { median: 24, p95: 58 },
  lettersPerReceiver: { median: 8, p95: 60 },
  escalationsPerReceiver: { median: 5, p95: 28 },
} as const;

const EXAMPLES = 12;

export function quantile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
}

/** The median and the 95th percentile of letters and escalations, per case and per receiver who got any. */
export function quantilesOf({ perCase, perReceiver }: SimulationResult) {
  const both = (values: readonly number[]) => ({ median: quantile(values, 0.5), p95: quantile(values, 0.95) });
  return {
    lettersPerCase: both(perCase.map(({ letters }) => letters)),
    escalationsPerCase: both(perCase.map(({ escalations }) => escalations)),
    lettersPerReceiver: both(perReceiver.map(({ letters }) => letters)),
    escalationsPerReceiver: both(perReceiver.map(({ escalations }) => escalations).filter((count) => count > 0)),
  };
}

export function tableOf(result: SimulationResult): string {
  const { cases, states, events, idleDays, findings, refused, never } = result;
  const count = (verdict: string): number => findings.filter((it) => it.verdict === verdict).length;
  const quantiles = Object.entries(quantilesOf(result)).map(([name, { median, p95 }]) => {
    const ceiling = CEILINGS[name as keyof typeof CEILINGS];
    return `  ${name.padEnd(24)} median ${median} (at most ${ceiling.median}), p95 ${p95} (at most ${ceiling.p95})`;
  });
  const untrue = findings.filter(({ verdict }) => verdict !== 'TRUE');
  const nameless = (text: string): string => text.replaceAll(/ owed by .*?(?=;|$)/g, '');
  return [
    `${cases} cases, two years each, ${events} events`,
    `ended as: ${Object.entries(states)
      .sort()
      .map(([state, number]) => `${state} ${number}`)
      .join(', ')}`,
    '',
    `days on which nobody at work owed what brings the case on: ${idleDays.length}`,
    ...most(idleDays.map(({ where }) => where)),
    '',
    `causes named: ${count('TRUE')} true, ${count('UNTRUE')} untrue; ${count('MISSED')} never named, ${count('NOT_FIRST')} named after others, ${count('NO_STEP')} whose step is offered to nobody`,
    ...most(untrue.map(({ verdict, code, truth }) => nameless(`${verdict} ${code}; in truth: ${truth}`))),
    '',
    'letters and escalations:',
    ...quantiles,
    '',
    `steps that were offered and then refused: ${refused.length}`,
    ...most(refused.map(({ what }) => what)),
    '',
    'never fired:',
    `  deadlines (${never.deadlines.length}): ${never.deadlines.join(', ')}`,
    `  rungs (${never.rungs.length}): ${never.rungs.join(', ')}`,
    `  gate outcomes (${never.outcomes.length}): ${never.outcomes.join(', ')}`,
  ].join('\n');
}

/** The most frequent of them, with how often each came. */
function most(names: readonly string[]): string[] {
  const counts = new Map<string, number>();
  for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1);
  const ordered = [...counts].sort(([, a], [, b]) => b - a);
  const rest = ordered.length - EXAMPLES;
  return [
    ...ordered.slice(0, EXAMPLES).map(([name, number]) => `  ${String(number).padStart(6)}  ${name}`),
    ...(rest > 0 ? [`          and ${rest} more kinds`] : []),
  ];
}
