import { describe, expect, it } from '@jest/globals';
import { deepMerge, minimalBody } from '#domain/next/minimal-body.js';
import { shownCase } from '#domain/policy/not-yet-known.js';
import { isSharedEvent, isShownTo, redactEvent, visibleTextKeys } from '#domain/policy/visibility.js';
import { visibleAspects } from '#domain/policy/read-access.js';
import { newestProcess } from '#processes/versions.js';
import { advanceUntil } from '#support/advance-until.js';
import { demoCommandPeople, openSimulatedCase } from '#support/simulated-case.js';
import type { Actor, CommandBody } from '#domain/model/command.js';
import type { CaseEvent } from '#domain/model/events.js';
import type { SimulatedCase } from '#support/simulated-case.js';

const start = '2027-01-11T08:00:00.000Z';
const entrepreneur: Actor = { user: 'entreprenor.01', grants: [], speaksFor: ['org:org'] };
const staff = (user: string): Actor => ({ user, grants: demoCommandPeople[user]?.grants ?? [] });

/** The history as this person reads it. */
function historyFor(simulated: SimulatedCase, who: Actor): CaseEvent[] {
  const state = simulated.state();
  const reads = visibleAspects(state, who);
  return simulated.events
    .filter((event) => isShownTo({ document: newestProcess, state }, event, reads, who.user))
    .map((event) => redactEvent({ document: newestProcess, state }, event, reads, who.user));
}

const secretFields = Object.entries(newestProcess.facts).flatMap(([fact, { schema }]) =>
  Object.entries(schema.properties).flatMap(([field, property]) =>
    property['x-after-award'] === true ? [`${fact}.${field}`] : [],
  ),
);

/** What of it this person reads, as "fact.field". */
const secretsSeenBy = (simulated: SimulatedCase, who: Actor): string[] =>
  historyFor(simulated, who).flatMap((event) =>
    event.type === 'factRegistered' || event.type === 'factCorrected'
      ? Object.keys(event.data.data)
          .map((field) => `${event.data.fact}.${field}`)
          .filter((it) => secretFields.includes(it))
      : [],
  );

const isAward = (simulated: SimulatedCase): boolean =>
  simulated.state().facts.some(({ fact }) => newestProcess.facts[fact]?.award === true);

/** A case in which every amount is known, until its contract is awarded. */
function towards(route: string): SimulatedCase {
  const simulated = openSimulatedCase(start, { unit: 'oppvekst' });
  while (simulated.state().phase !== 'OPERATION') {
    const steps = simulated.next();
    const step = steps.find(({ body }) => (body.data as { route?: unknown } | undefined)?.route === route) ?? steps[0];
    if (!step) throw new Error(`nothing to do in ${simulated.state().phase}`);
    if (step.notBefore !== undefined) simulated.advanceTo(step.notBefore);
    const body = deepMerge({ type: step.command, ...step.body }, minimalBody(step.input)) as { data?: object };
    const { fact } = body as { fact?: string };
    const amounts = secretFields
      .map((it) => it.split('.'))
      .flatMap(([of, field = '']) => (of === fact ? [[field, 99] as const] : []));
    if (amounts.length > 0) body.data = { ...body.data, ...Object.fromEntries(amounts) };
    simulated.submit(step.by[0]?.user ?? '', body as unknown as CommandBody);
    expect(isAward(simulated) || secretsSeenBy(simulated, entrepreneur).length === 0).toBe(true);
  }
  return simulated;
}

describe('an estimate or a budget', () => {
  it.each(['PART_III_EEA', 'DIRECT_BELOW_THRESHOLD'])(
    'is hidden from whoever may tender until the award, and seen after it: %s',
    (route) => {
      const simulated = towards(route);
      const after = secretsSeenBy(simulated, entrepreneur);
      expect(after).toContain('routeChosen.valueNok');
      expect(after).toEqual(secretsSeenBy(simulated, staff('innkjoper')));
    },
  );

  it('is every amount of a fact, but for what she knows herself', () => {
    const known = ['agreementSigned.valueNok', 'aidAwarded.amountNok', 'officeGranted.marketValueNok'];
    const amounts = Object.entries(newestProcess.facts).flatMap(([fact, { schema }]) =>
      Object.keys(schema.properties).flatMap((field) => (field.endsWith('Nok') ? [`${fact}.${field}`] : [])),
    );
    expect(amounts.filter((it) => !secretFields.includes(it)).sort()).toEqual(known);
  });
});

describe('the reason of a decision', () => {
  const route = 'DIRECT_BELOW_THRESHOLD';
  const seen = (simulated: SimulatedCase, gate: string): [told: boolean, onPage: boolean] => {
    const state = simulated.state();
    const reads = visibleAspects(state, entrepreneur);
    const decided = state.decisions.findLast((it) => it.gate === gate);
    const told = historyFor(simulated, entrepreneur).find(({ seq }) => seq === decided?.seq);
    const keys: readonly string[] = visibleTextKeys({ document: newestProcess, state }, reads);
    return [told !== undefined && 'reason' in told.data, keys.includes(decided?.reason ?? '')];
  };
  const towardsDecision = (gate: string): SimulatedCase => {
    const simulated = openSimulatedCase(start, { unit: 'oppvekst' });
    if (gate >= 'G4') {
      advanceUntil(simulated, (state) => state.gate === 'G4');
      const data = { route };
      simulated.submit(simulated.state().owner, { type: 'registerFact', fact: 'routeChosen', data });
    }
    const step = () => simulated.next()[0];
    advanceUntil(simulated, (state) => state.gate === gate && step()?.command === 'decideGate');
    const body = { ...step()?.body, reason: 'text:00000000-0000-4000-8000-00000000beef' } as unknown as CommandBody;
    simulated.submit(step()?.by[0]?.user ?? '', body);
    return simulated;
  };

  it.each(['G1', 'G2', 'G3'])('is told at once where nothing is tendered yet: %s', (gate) => {
    expect(seen(towardsDecision(gate), gate)).toEqual([true, true]);
  });

  it.each(['G4', 'G5'])('may weigh prices, and stays inside until the award: %s', (gate) => {
    const simulated = towardsDecision(gate);
    expect(simulated.state().route).toBe(route);
    expect(seen(simulated, gate)).toEqual([false, false]);
    const known = () => historyFor(simulated, entrepreneur).some(({ type }) => type === 'gateDecided');
    expect(known()).toBe(true);
    advanceUntil(simulated, ({ phase }) => phase === 'OPERATION');
    expect(seen(simulated, gate)[0]).toBe(true);
  });

  it('says in its form who reads it, and when', () => {
    const titleAt = (gate: string) => {
      const simulated = openSimulatedCase(start, { unit: 'oppvekst' });
      const decides = () => simulated.next().find(({ command }) => command === 'decideGate');
      advanceUntil(simulated, (state) => state.gate === gate && decides() !== undefined);
      return JSON.stringify(decides()?.input.properties?.['reason']);
    };
    expect(titleAt('G1')).toContain('Entreprenøren leser den.');
    expect(titleAt('G5')).toContain('Entreprenøren leser den etter tildelingen');
  });
});

describe('a handover that is not sent', () => {
  const OWNER = 'saksbehandler.helse';
  const receivers = [{ unit: 'kultur', person: 'leder.kultur' }];
  function drafted(): SimulatedCase {
    const simulated = openSimulatedCase(start, { unit: 'helse' });
    simulated.submit('mottak', { type: 'assignOwner', owner: OWNER });
    simulated.submit(OWNER, { type: 'draftHandover', purpose: 'TRANSFER', receivers, package: 'text:package' });
    return simulated;
  }
  const knows = (simulated: SimulatedCase, who: Actor): boolean[] => {
    const reads = visibleAspects(simulated.state(), who);
    const shown = shownCase(simulated.state(), reads).handovers.length > 0;
    return [shown, historyFor(simulated, who).some(({ type }) => type === 'handoverDrafted')];
  };
  const outsiders = [entrepreneur, staff('leder.kultur'), staff('jurist'), staff('admin'), staff('mottak')];
  const insiders = [OWNER, 'saksbehandler2.helse', 'leder.helse', 'kommunalsjef.velferd', 'kommunedirektor'];

  it('is known in the unit that writes it, and to nobody else', () => {
    const simulated = drafted();
    for (const who of insiders) expect([who, knows(simulated, staff(who))]).toEqual([who, [true, true]]);
    for (const who of outsiders) expect([who.user, knows(simulated, who)]).toEqual([who.user, [false, false]]);
    simulated.submit(OWNER, { type: 'withdrawHandover', reason: 'text:r' });
    for (const who of outsiders) expect([who.user, knows(simulated, who)]).toEqual([who.user, [false, false]]);
  });

  it('is known to everybody with the case once it is sent', () => {
    const simulated = drafted();
    simulated.submit(OWNER, { type: 'sendHandover' });
    // The entrepreneur is told that it was sent, and not when it was written.
    for (const who of outsiders)
      expect([who.user, knows(simulated, who)]).toEqual([who.user, [true, who !== entrepreneur]]);
    expect(historyFor(simulated, entrepreneur).map(({ type }) => type)).toContain('handoverSent');
  });

  it('is in no word of the history, whoever is outside, in a whole case', () => {
    const simulated = openSimulatedCase(start);
    advanceUntil(simulated, (state) => {
      const draft = state.handovers.find(({ sentAt }) => sentAt === undefined);
      const told = draft ? JSON.stringify(historyFor(simulated, entrepreneur)) : '';
      if (draft) expect(told).not.toContain(`"handover":"${draft.id}"`);
      return state.phase === 'OPERATION';
    });
    expect(simulated.eventsOfType('handoverDrafted').length).toBeGreaterThan(3);
  });
});

describe('the history that the entrepreneur reads', () => {
  it('is what is shared, in a whole case: no question between units, no deadline of others, no route before the award', () => {
    const simulated = openSimulatedCase(start);
    const hidden = new Set<string>();
    advanceUntil(simulated, (state) => {
      const of = { document: newestProcess, state };
      const history = historyFor(simulated, entrepreneur);
      expect(history.filter((event) => !isSharedEvent(of, event))).toEqual([]);
      const isRoute = ({ type, data }: CaseEvent) => type === 'factRegistered' && data.fact === 'routeChosen';
      const says = ({ type, data }: CaseEvent) => type === 'gateDecided' && data.route !== undefined;
      if (state.phase === 'PILOT') expect(history.some((event) => isRoute(event) || says(event))).toBe(false);
      const known = new Set(history.map(({ seq }) => seq));
      for (const { seq, type } of simulated.events) if (!known.has(seq)) hidden.add(type);
      return state.phase === 'OPERATION';
    });
    expect([...hidden]).toEqual(
      expect.arrayContaining(['unitAsked', 'questionAnswered', 'itemTicked', 'deadlineOpened']),
    );
    const told = new Set(historyFor(simulated, entrepreneur).map(({ type }) => type));
    expect([...told]).toEqual(
      expect.arrayContaining(['gateDecided', 'handoverCompleted', 'phaseEntered', 'deadlineMet']),
    );
  });
});
