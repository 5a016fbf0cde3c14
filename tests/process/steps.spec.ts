import { beforeAll, describe, expect, it } from '@jest/globals';
import { osloDateOf } from '#domain/calendar/oslo-time.js';
import { debtor } from '#domain/deadline/debtor-creditor.js';
import { checklist } from '#domain/gate/checklist.js';
import { peopleOwing } from '#domain/people/duty-holders.js';
import { actKey } from '#domain/next/act.js';
import { stepFinder } from '#domain/next/next-steps.js';
import { openDebts, orderedActs } from '#domain/next/ordered-acts.js';
import { newestProcess } from '#processes/versions.js';
import { demoDirectory, openSimulatedCase } from '#support/simulated-case.js';
import { followNextSteps } from '#support/follow-next-steps.js';
import type { Case } from '#domain/model/case.js';
import type { CommandBody } from '#domain/model/command.js';
import type { Directory } from '#domain/policy/directory.js';
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

  it('one person is offered the step of a debt when the case takes it from them, as if everybody had been asked', () => {
    const wrong = new Set<string>();
    const offered = { some: 0, none: 0 };
    for (const { state, now } of seen) {
      const finder = stepFinder(newestProcess, state, demoDirectory, now);
      const fresh = stepFinder(newestProcess, state, demoDirectory, now);
      for (const debt of openDebts(state))
        for (const { id, grants } of demoDirectory.users) {
          const actor = { user: id, grants };
          const step = finder.stepFor(debt);
          const { by: _by, ...right } = (step && finder.accepts(step, actor) ? step : null) ?? { by: [] };
          const found = fresh.offeredFor(debt, actor) ?? {};
          offered[Object.keys(right).length > 0 ? 'some' : 'none'] += 1;
          if (JSON.stringify(found) !== JSON.stringify(right)) wrong.add(`${debt.kind} for ${id}`);
        }
    }
    console.log(`${route}: offered ${offered.some} times of ${offered.some + offered.none}`);
    expect([...wrong]).toEqual([]);
    expect([offered.some > 500, offered.none > 500]).toEqual([true, true]);
  });

  it('the one who owes it is offered it without asking who else could take it', () => {
    const asked = { offered: 0, found: 0, debts: 0 };
    const counting = (count: () => void): Directory =>
      Object.defineProperty({ ...demoDirectory }, 'absences', {
        get: () => {
          count();
          return demoDirectory.absences;
        },
      });
    const [forOne, forAll] = [counting(() => (asked.offered += 1)), counting(() => (asked.found += 1))];
    for (const { state, now } of seen) {
      const actor = {
        user: state.owner,
        grants: demoDirectory.users.find(({ id }) => id === state.owner)?.grants ?? [],
      };
      const lazy = stepFinder(newestProcess, state, forOne, now);
      const whole = stepFinder(newestProcess, state, forAll, now);
      for (const debt of openDebts(state).filter((it) => debtor(newestProcess, state, it).user === state.owner)) {
        if (!lazy.offeredFor(debt, actor)) continue;
        whole.stepFor(debt);
        asked.debts += 1;
      }
    }
    console.log(
      `${route}: people asked for ${asked.debts} debts: ${asked.offered}, and ${asked.found} to name who else can`,
    );
    expect(asked.debts).toBeGreaterThan(20);
    expect(asked.offered).toBeLessThan(asked.found / 3);
  });

  it('whoever owes what a step ends comes first in it, where the case takes it from them', () => {
    const wrong = new Set<string>();
    let first = 0;
    for (const { state, now, next } of seen) {
      const on = osloDateOf(now);
      const { carrying, others } = orderedActs(newestProcess, state);
      const finder = stepFinder(newestProcess, state, demoDirectory, now);
      for (const { act, debt } of [...carrying, ...others]) {
        if (!debt || act.persons) continue;
        const isIt = ({ command, body }: NextStep): boolean =>
          command === act.command &&
          Object.entries(act.body).every(([name, value]) => JSON.stringify(body[name]) === JSON.stringify(value));
        const step = next.find(isIt);
        if (!step) continue;
        const owing = peopleOwing(demoDirectory, debtor(newestProcess, state, debt, on), state, on);
        const able = owing.filter(({ id, grants }) => finder.accepts(step, { user: id, grants })).map(({ id }) => id);
        if (able.length === 0) continue;
        first += 1;
        if (!able.includes(step.by[0]?.user ?? ''))
          wrong.add(`${debt.kind}: ${step.by[0]?.user}, not ${able.join(' or ')}`);
      }
    }
    expect([...wrong]).toEqual([]);
    expect(first).toBeGreaterThan(100);
  });

  it('no reason says that nothing is left while the checklist has an open item', () => {
    const open = seen.filter(({ state }) => checklist(newestProcess, state).some((it) => it.state === 'OPEN'));
    const reasons = open.flatMap(({ next }) => next.map(({ why }) => why.nb));
    expect(reasons.filter((why) => /ingenting gjenstår/i.test(why))).toEqual([]);
    expect(reasons.length).toBeGreaterThan(100);
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
