import { RULE_LEVEL } from '#domain/model/rule-context.js';
import { simulateCase } from '#domain/case/case-simulation.js';
import { availableActions } from '#domain/next/available-actions.js';
import { nextSteps } from '#domain/next/next-steps.js';
import { addMillis, instantOf, millisOf } from '#domain/time.js';
import { coreOf } from '#domain/process/process-core.js';
import { effectiveGrants } from '#domain/people/effective-grants.js';
import { demoGrants, demoPeople, demoUnits } from '#infra/demo/municipality.js';
import { newestProcess } from '#processes/versions.js';
import type { Actor, CommandBody } from '#domain/model/command.js';
import type { Refusal } from '#domain/model/refusal.js';
import type { CaseEvent, EventType } from '#domain/model/events.js';
import type { CaseOpening } from '#domain/case/opening-events.js';
import type { CaseSimulation } from '#domain/case/case-simulation.js';
import type { Action } from '#domain/next/available-actions.js';
import type { NextStep } from '#domain/next/next-steps.js';
import type { Directory } from '#domain/policy/directory.js';
import type { Instant } from '#domain/time.js';

const grants = effectiveGrants(demoGrants, demoUnits);

export const demoDirectory: Directory = {
  units: demoUnits,
  users: demoPeople.map(({ id, name, unit, staff }) => ({ id, name, unit, staff, grants: grants.get(id) ?? [] })),
};

export const demoCommandPeople = Object.fromEntries(
  demoDirectory.users.map(({ id, unit, grants: userGrants }) => [id, { unit, grants: userGrants }]),
);

/** One case in Fjordvik, played by the domain rules and the process document alone, on a clock that the test sets. */
export interface SimulatedCase extends Omit<CaseSimulation, 'give' | 'submit'> {
  /** Submits a command and lets a minute pass; throws when the command is refused. */
  submit(user: string, body: CommandBody, id?: string): void;
  /** @returns the refusal, or null when the command was accepted. */
  trySubmit(user: string, body: CommandBody, id?: string): Refusal | null;
  /** Like the one above, for an actor whose relations the test chooses. */
  trySubmitAs(by: Actor, body: CommandBody): Refusal | null;
  next(): NextStep[];
  /** What an actor may do now. */
  actions(by: Actor): Action[];
  eventsOfType<T extends EventType>(type: T): Extract<CaseEvent, { type: T }>[];
}

export function openSimulatedCase(at: Instant, opening: Partial<CaseOpening> = {}): SimulatedCase {
  const simulation = simulateCase(
    { core: coreOf(newestProcess), speed: 1, ruleLevel: RULE_LEVEL },
    { ...enquiry, ...opening },
    at,
  );
  let commands = 0;
  const submitAs = (by: Actor, body: CommandBody, id = `c${(commands += 1)}`): Refusal | null =>
    simulation.submit({ id, hash: JSON.stringify(body), by, people: demoCommandPeople, body });
  const trySubmit: SimulatedCase['trySubmit'] = (user, body, id) =>
    submitAs({ user, grants: demoCommandPeople[user]?.grants ?? [] }, body, id);
  return {
    ...simulation,
    trySubmit,
    trySubmitAs: submitAs,
    submit(user, body, id) {
      const refusal = trySubmit(user, body, id);
      if (refusal) throw new Error(`${user} ${JSON.stringify(body)}: ${refusal.code} ${refusal.detail.nb}`);
      simulation.advanceTo(addMillis(simulation.now(), 60_000));
    },
    next: () => nextSteps(newestProcess, simulation.state(), demoDirectory, simulation.now()),
    actions(by) {
      const context = { document: newestProcess, directory: demoDirectory };
      return availableActions({ ...context, state: simulation.state(), now: simulation.now() }, by);
    },
    eventsOfType: <T extends EventType>(type: T) =>
      simulation.events.filter((event): event is Extract<CaseEvent, { type: T }> => event.type === type),
  };
}

export const enquiry: CaseOpening = {
  id: '00000000-0000-4000-8000-000000000001',
  number: '2027-0001',
  organisation: 'org',
  entrepreneur: 'entreprenor.01',
  owner: 'mottak',
  unit: 'innovasjon',
  channel: 'web',
  origin: 'enquiry',
  title: 'text:title',
  area: null,
  by: null,
};

/** `days` whole days later at the same hour. */
export function daysLater(instant: Instant, days: number): Instant {
  return instantOf(millisOf(instant) + days * 86_400_000);
}
