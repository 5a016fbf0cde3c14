import { beforeAll, describe, expect, it } from '@jest/globals';
import { actKey } from '#domain/next/act.js';
import { stepFinder } from '#domain/next/next-steps.js';
import { openDebts, orderedActs } from '#domain/next/ordered-acts.js';
import { newestProcess } from '#processes/versions.js';
import { demoDirectory, openSimulatedCase } from '#support/simulated-case.js';
import { followNextSteps } from '#support/follow-next-steps.js';
import type { Case } from '#domain/model/case.js';
import type { CommandBody } from '#domain/model/command.js';
import type { Instant } from '#domain/time.js';
import type { NextStep } from '#domain/next/next-steps.js';

interface Seen {
  readonly state: Case;
  readonly now: Instant;
  readonly next: readonly NextStep[];
}

/** Every state that a case passes on its way to COMPLETED by a route, with what `next` says there. */
async function walk(route: string): Promise<Seen[]> {
  const simulated = openSimulatedCase('2027-01-11T08:00:00.000Z');
  const seen: Seen[] = [];
  await followNextSteps(
    {
      readCase: () => {
        const [state, next] = [simulated.state(), simulated.next()];
        seen.push({ state, next, now: simulated.now() });
        return { ...state, next };
      },
      submit: (user, body) => simulated.submit(user, body as unknown as CommandBody),
      waitUntil: (instant) => simulated.advanceTo(instant),
    },
    ({ body }) => (body['data'] as { route?: string } | undefined)?.route === route,
  );
  return seen;
}

const ROUTES = ['DIRECT_BELOW_THRESHOLD', 'PART_III_EEA'] as const;

describe.each(ROUTES)('in every state on the way to COMPLETED by %s', (route) => {
  let seen: Seen[];
  beforeAll(async () => {
    seen = await walk(route);
  });

  it('every field of a form has its title in both languages', () => {
    const titles = new Map<unknown, unknown>();
    const collect = (schema: unknown): void => {
      if (typeof schema !== 'object' || schema === null) return;
      if ('title' in schema) titles.set(schema.title, 'x-title-en' in schema ? schema['x-title-en'] : undefined);
      Object.values(schema).forEach(collect);
    };
    for (const { next } of seen) next.forEach(({ input }) => collect(input));
    expect(titles.size).toBeGreaterThan(20);
    expect([...titles].filter(([, english]) => typeof english !== 'string')).toEqual([]);
  });

  it('what is owed has a step that somebody can take now, and the step is one of `next`', () => {
    const kinds = new Set<string>();
    for (const { state, now, next } of seen)
      for (const debt of openDebts(state)) {
        const step = stepFinder(newestProcess, state, demoDirectory, now).stepFor(debt);
        if (!step) throw new Error(`nobody can meet ${debt.kind} in ${state.phase}, ${state.gate}`);
        const { command, body, label } = step;
        // A closed case has no `next`; what is still owed on it has its step all the same.
        if (state.closedAt === undefined)
          expect(next.map((it) => [it.command, it.body, it.label])).toContainEqual([command, body, label]);
        kinds.add(debt.kind);
      }
    console.log(`${route}: ${seen.length} states, debts of ${kinds.size} kinds`);
    expect(kinds.size).toBeGreaterThan(20);
  });

  it('no two steps have the same words and body, and no two ways of a decision the same words', () => {
    for (const { next } of seen) {
      const keys = next.map(({ label, body }) => JSON.stringify([label.nb, body]));
      expect(keys).toEqual([...new Set(keys)]);
      const ways = next.filter(({ command }) => command === 'decideGate').map(({ label }) => label.nb);
      expect(ways).toEqual([...new Set(ways)]);
      expect(next.map(({ label }) => label.nb).filter((text) => /\b(undefined|null)\b/.test(text))).toEqual([]);
    }
  });

  it('what carries the case on comes first, and each part stands by the due dates of the debts that it meets', () => {
    for (const { state, next } of seen) {
      const { carrying, others } = orderedActs(newestProcess, state);
      for (const part of [carrying, others]) {
        const dueDates = part.map(({ debt }) => debt?.dueAt ?? '9999');
        expect(dueDates).toEqual([...dueDates].sort());
      }
      const keys = new Set(carrying.map(({ act }) => actKey(act)));
      expect(others.filter(({ act }) => keys.has(actKey(act)))).toEqual([]);
      const [first] = next;
      if (first) expect(carrying.map(({ act }) => act.command)).toContain(first.command);
    }
  });
});
