import { roleAndUnitOf } from '../policy/permits.js';
import { PARTICIPANT_ROLES } from '../policy/roles.js';
import type { Case, Receiver } from '../model/case.js';
import type { Command } from '../model/command.js';
import type { Capacity, ProcessCore } from '../process/process-document.js';
import { requiredReceivers } from './required-receivers.js';

/** A receiver, before or after the handover is written. */
type Named = Pick<Receiver, 'unit' | 'person'>;

/** The place of the receiver who holds the capacity, -1 when none does; one person may hold several. */
export function placeOfCapacity(
  core: ProcessCore,
  state: Case,
  people: Command['people'],
  receivers: readonly Named[],
  { who }: Capacity,
): number {
  for (const one of who) {
    const { role, unit } = roleAndUnitOf(core, state, one);
    const place = receivers.findIndex(({ person }) =>
      people[person]?.grants.some((grant) => grant.role === role && (unit === null || grant.unit === unit)),
    );
    if (place >= 0) return place;
  }
  return -1;
}

/** The capacities in which each receiver is asked, by place. */
export function capacitiesOf(
  core: ProcessCore,
  state: Case,
  people: Command['people'],
  receivers: readonly Named[],
): readonly (readonly string[])[] {
  const held = requiredReceivers(core, state).map((capacity) => ({
    name: capacity.capacity,
    place: placeOfCapacity(core, state, people, receivers, capacity),
  }));
  return receivers.map((_, place) => held.flatMap((it) => (it.place === place ? [it.name] : [])));
}

/** The role in the case that is taken with a capacity; none for one that comes with the unit, as its leader's. */
export function roleOfCapacity({ who }: Capacity): string | undefined {
  const role = who[0]?.split('@')[0] ?? '';
  return PARTICIPANT_ROLES.has(role) ? role : undefined;
}

/** The first receiver who takes the case, and not only duties; undefined when the case stays where it is. */
export function takerOf(core: ProcessCore, state: Case, receivers: readonly Receiver[]): Receiver | undefined {
  const takes = requiredReceivers(core, state).filter(({ dutiesOnly }) => dutiesOnly !== true);
  const named = takes.flatMap(
    ({ capacity }) => receivers.find(({ capacities }) => capacities?.includes(capacity)) ?? [],
  );
  return named[0];
}
