import { RULES } from '#domain/model/context.js';
import { startPlay } from '#domain/case/play.js';
import { next } from '#domain/next/next.js';
import { addMillis, instantOf, millisOf } from '#domain/time.js';
import { coreOf } from '#domain/process/core-of.js';
import { flatGrants } from '#domain/people/grants.js';
import { demoGrants, demoPeople, demoUnits } from '#infra/demo/people.js';
import { newestProcess } from '#processes/versions.js';
import type { Actor, CommandBody } from '#domain/model/command.js';
import type { Refusal } from '#domain/model/refusal.js';
import type { CaseEvent, EventType } from '#domain/model/events.js';
import type { Opening } from '#domain/case/open.js';
import type { Play } from '#domain/case/play.js';
import type { NextStep } from '#domain/next/next.js';
import type { Directory } from '#domain/policy/directory.js';
import type { Instant } from '#domain/time.js';

const grants = flatGrants(demoGrants, demoUnits);

export const demoDirectory: Directory = {
  units: demoUnits,
  users: demoPeople.map(({ id, name, unit, staff }) => ({ id, name, unit, staff, grants: grants.get(id) ?? [] })),
};

export const demoCommandPeople = Object.fromEntries(
  demoDirectory.users.map(({ id, unit, grants: userGrants }) => [id, { unit, grants: userGrants }]),
);

/** One case in Fjordvik, played by the domain rules and the process document alone, on a clock that the test sets. */
export interface Office extends Omit<Play, 'give' | 'submit'> {
  /** Submits a command and lets a minute pass; throws when the command is refused. */
  give(user: string, body: CommandBody, id?: string): void;
  /** @returns the refusal, or null when the command was accepted. */
  tryGive(user: string, body: CommandBody, id?: string): Refusal | null;
  /** Like the one above, for an actor whose relations the test chooses. */
  giveAs(by: Actor, body: CommandBody): Refusal | null;
  next(): NextStep[];
  typed<T extends EventType>(type: T): Extract<CaseEvent, { type: T }>[];
}

export function openOffice(at: Instant, opening: Partial<Opening> = {}): Office {
  const simulation = startPlay({ core: coreOf(newestProcess), speed: 1, rules: RULES }, { ...enquiry, ...opening }, at);
  let commands = 0;
  const submitAs = (by: Actor, body: CommandBody, id = `c${(commands += 1)}`): Refusal | null =>
    simulation.give({ id, hash: JSON.stringify(body), by, people: demoCommandPeople, body });
  const trySubmit: Office['tryGive'] = (user, body, id) =>
    submitAs({ user, grants: demoCommandPeople[user]?.grants ?? [] }, body, id);
  return {
    ...simulation,
    tryGive: trySubmit,
    giveAs: submitAs,
    give(user, body, id) {
      const refusal = trySubmit(user, body, id);
      if (refusal) throw new Error(`${user} ${JSON.stringify(body)}: ${refusal.code} ${refusal.detail}`);
      simulation.until(addMillis(simulation.now(), 60_000));
    },
    next: () => next(newestProcess, simulation.state(), demoDirectory, simulation.now()),
    typed: <T extends EventType>(type: T) =>
      simulation.events.filter((event): event is Extract<CaseEvent, { type: T }> => event.type === type),
  };
}

const enquiry: Opening = {
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
