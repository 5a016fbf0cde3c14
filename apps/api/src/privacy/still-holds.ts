import type { EntityManager } from 'typeorm';
import type { LocalDate } from '#domain/time.js';
import { casesOf } from '#store/cases/lists/acts-of.js';
import { holdingsOf } from '#store/people/holdings.js';
import type { PersonRow } from '#store/people/person.js';
import { refusedWith } from '../shared/refused.js';

/** What somebody has in a case that would have nobody if they went. */
const HELD_AS = new Set(['owner', 'deputy', 'contact']);

/**
 * Staff who work here are deactivated first, so that somebody takes over; and an open case never loses its owner.
 * @throws PlatformRefusal 409 `held`.
 */
export async function requireHoldsNothing(manager: EntityManager, person: PersonRow, today: LocalDate): Promise<void> {
  if (!person.staff) return;
  const active = person.deactivatedAt === null;
  const cases = (await casesOf(manager, person.id)).filter(({ open }) => open);
  const held = cases.filter((it) => it.as.some((as) => (active ? HELD_AS.has(as) : as === 'owner')));
  const { roles, areas } = active ? await holdingsOf(manager, person.id, today) : { roles: 0, areas: 0 };
  const things = [
    ...(held.length > 0 ? [`sakene ${held.map(({ number }) => number).join(', ')}`] : []),
    ...(roles > 0 ? [roles === 1 ? 'en rolle' : `${roles} roller`] : []),
    ...(areas > 0 ? [areas === 1 ? 'et tjenesteområde' : `${areas} tjenesteområder`] : []),
  ];
  if (things.length === 0) return;
  throw refusedWith(
    'held',
    `Den ansatte har fortsatt ${things.join(' og ')}. Deaktiver personen og flytt sakene først; da kan personen slettes.`,
  );
}
