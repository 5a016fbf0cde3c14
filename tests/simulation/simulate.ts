import { lettersOf } from './letters.js';
import { playCase } from './play-case.js';
import { FiredRules } from './rules-fired.js';
import type { CauseFinding } from './causes.js';
import type { Received } from './letters.js';
import type { NeverFired } from './rules-fired.js';

/** What the years of many cases came to. */
export interface SimulationResult {
  readonly cases: number;
  readonly states: Readonly<Record<string, number>>;
  readonly events: number;
  readonly idleDays: readonly { readonly number: string; readonly day: string; readonly where: string }[];
  readonly findings: readonly (CauseFinding & { readonly number: string })[];
  readonly refused: readonly { readonly number: string; readonly what: string }[];
  readonly perCase: readonly Received[];
  readonly perReceiver: readonly (Received & { readonly number: string; readonly receiver: string })[];
  readonly never: NeverFired;
}

export function simulate(seed: string | number, cases: number): SimulationResult {
  const states: Record<string, number> = {};
  const fired = new FiredRules();
  const idleDays: SimulationResult['idleDays'][number][] = [];
  const findings: SimulationResult['findings'][number][] = [];
  const refused: SimulationResult['refused'][number][] = [];
  const perCase: Received[] = [];
  const perReceiver: SimulationResult['perReceiver'][number][] = [];
  let events = 0;
  for (let index = 1; index <= cases; index += 1) {
    const played = playCase(seed, index);
    const { number, state } = played;
    const where = state.closedAt === undefined ? `${state.state} in ${state.phase}` : state.state;
    states[where] = (states[where] ?? 0) + 1;
    events += played.events.length;
    fired.add(played.events);
    idleDays.push(...played.idleDays.map((it) => ({ number, ...it })));
    findings.push(...played.findings.map((it) => ({ number, ...it })));
    refused.push(...played.refused.map((what) => ({ number, what })));
    const received = [...lettersOf(played)];
    perCase.push(sumOf(received.map(([, it]) => it)));
    perReceiver.push(...received.map(([receiver, it]) => ({ number, receiver, ...it })));
  }
  return { cases, states, events, idleDays, findings, refused, perCase, perReceiver, never: fired.never() };
}

function sumOf(received: readonly Received[]): Received {
  const sum = (of: (it: Received) => number): number => received.reduce((total, it) => total + of(it), 0);
  return { letters: sum(({ letters }) => letters), escalations: sum(({ escalations }) => escalations) };
}
