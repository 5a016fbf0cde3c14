import { describe, expect, it } from '@jest/globals';
import { osloDateOf } from '#domain/calendar/oslo-time.js';
import { isOwed } from '#domain/deadline/owed.js';
import { deepMerge, minimalBody } from '#domain/next/minimal-body.js';
import { stepFor } from '#domain/next/next-steps.js';
import { stuckStatus } from '#domain/stuck/stuck-status.js';
import { coreOf } from '#domain/process/process-core.js';
import { addDays } from '#domain/time.js';
import { newestProcess } from '#processes/versions.js';
import { daysLater, demoDirectory, openSimulatedCase } from '#support/simulated-case.js';
import type { NextStep } from '#domain/next/next-steps.js';
import type { CommandBody } from '#domain/model/command.js';
import type { SimulatedCase } from '#support/simulated-case.js';

const core = coreOf(newestProcess);
/** Half as long again as a usual pilot, so that a clock from the entry into the phase would ring. */
const PLANNED_DAYS = 270;
const IN_GOOD_TIME_DAYS = 3;

function take(simulated: SimulatedCase, step: NextStep): boolean {
  if (step.notBefore !== undefined) return false;
  const body = deepMerge({ type: step.command, ...step.body }, minimalBody(step.input)) as unknown as CommandBody;
  return simulated.trySubmit(step.by[0]?.user ?? '', body) === null;
}

/** Everybody does what they owe in the last days before it is due, and nothing sooner. */
function workOneDay(simulated: SimulatedCase): void {
  const soon = addDays(osloDateOf(simulated.now()), IN_GOOD_TIME_DAYS);
  for (let left = 40; left > 0; left -= 1) {
    const state = simulated.state();
    const due = state.deadlines.filter((it) => it.nature === 'DEBT' && isOwed(it) && it.dueOn <= soon);
    const steps = due.flatMap((debt) => stepFor(newestProcess, state, demoDirectory, debt, simulated.now()) ?? []);
    if (!steps.some((step) => take(simulated, step))) return;
  }
}

function startedPilot(): SimulatedCase {
  const simulated = openSimulatedCase('2027-08-09T08:00:00.000Z');
  for (let left = 120; left > 0; left -= 1) {
    if (simulated.state().marks.some(({ key }) => key === 'accepted:G3')) break;
    const [step] = simulated.next();
    if (!step || !take(simulated, step)) throw new Error(`no way on to the pilot: ${JSON.stringify(step)}`);
  }
  const endsOn = addDays(osloDateOf(simulated.now()), PLANNED_DAYS);
  simulated.submit(simulated.state().owner, { type: 'registerFact', fact: 'pilotStarted', data: { endsOn } });
  return simulated;
}

describe('a pilot of nine months', () => {
  it('runs its planned length without a false alarm, is decided by its end and handed over in time', () => {
    const simulated = startedPilot();
    const startedAt = simulated.now();
    const plannedEnd = addDays(osloDateOf(startedAt), PLANNED_DAYS);
    const alarms: unknown[] = [];
    for (let day = 1; simulated.state().phase === 'PILOT' && day < PLANNED_DAYS + 60; day += 1) {
      simulated.advanceTo(daysLater(startedAt, day));
      const { causes, warnings } = stuckStatus(core, simulated.state(), simulated.now());
      alarms.push(...[...causes, ...warnings].map(({ code, kind }) => [osloDateOf(simulated.now()), code, kind]));
      workOneDay(simulated);
    }
    expect(alarms).toEqual([]);
    const since = <T extends { readonly recordedAt: string }>(events: readonly T[]) =>
      events.filter(({ recordedAt }) => recordedAt > startedAt);
    expect(since(simulated.eventsOfType('deadlineBreached')).map(({ data }) => data.deadline)).toEqual([]);
    expect(since(simulated.eventsOfType('escalated')).map(({ data }) => data.deadline)).toEqual([]);
    const decided = simulated.eventsOfType('gateDecided').find(({ data }) => data.gate === 'G4');
    expect((decided && osloDateOf(decided.at)) ?? '').toMatch(/^\d/);
    expect(osloDateOf(decided?.at ?? '') <= plannedEnd).toBe(true);
    expect(simulated.state().phase).toBe('PROCUREMENT');
  });

  it('that is left undecided after its end is over its time, and the clock from the entry never said so before', () => {
    const simulated = startedPilot();
    const plannedEnd = addDays(osloDateOf(simulated.now()), PLANNED_DAYS);
    const clock = simulated.state().deadlines.find(({ kind, state }) => kind === 'pilot.sla' && state === 'OPEN');
    expect(clock?.dueOn).toBe(addDays(plannedEnd, 30));
    simulated.advanceTo(`${addDays(plannedEnd, 45)}T12:00:00.000Z`);
    const { causes } = stuckStatus(core, simulated.state(), simulated.now());
    expect(causes.map(({ kind }) => kind)).toContain('pilot.sla');
  });

  it('owes no status once it has ended, also after a status meeting that is held later; begun anew it does', () => {
    const simulated = startedPilot();
    const lead = simulated.state().owner;
    const register = (fact: string) => simulated.submit(lead, { type: 'registerFact', fact, data: {} });
    const isStatusOwed = () => simulated.state().deadlines.some((it) => it.kind === 'pilot.status' && isOwed(it));
    register('pilotStatusReported');
    expect(isStatusOwed()).toBe(true);
    register('pilotEnded');
    simulated.submit(lead, {
      type: 'holdMeeting',
      template: 'STATUS',
      on: osloDateOf(simulated.now()),
      present: [{ person: lead }],
      nextSteps: [],
    });
    expect(isStatusOwed()).toBe(false);
    register('pilotStarted');
    expect(isStatusOwed()).toBe(true);
  });
});
