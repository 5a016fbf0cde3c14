import type { EntityManager } from 'typeorm';
import type { LocalDate } from '#domain/time.js';
import { casesInvolving } from '#store/cases/lists/person-involvement.js';
import { holdingsOf } from '#store/people/holdings.js';
import type { PersonRow } from '#store/people/person-table.js';
import { refusedWith } from '../shared/refused.js';

/** Roles in a case that must be transferred to somebody else first. */
const ROLES_TO_TRANSFER = new Set(['owner', 'deputy', 'contact']);

/**
 * Active staff must be deactivated first, so that somebody takes over their cases; the owner of an open case is never erased.
 * @throws HttpRefusal 409 `held`.
 */
export async function requireNoHoldings(manager: EntityManager, person: PersonRow, today: LocalDate): Promise<void> {
  if (!person.staff) return;
  const active = person.deactivatedAt === null;
  const cases = (await casesInvolving(manager, person.id)).filter(({ open }) => open);
  const held = cases.filter((it) => it.as.some((as) => (active ? ROLES_TO_TRANSFER.has(as) : as === 'owner')));
  const { roles, areas } = active ? await holdingsOf(manager, person.id, today) : { roles: 0, areas: 0 };
  const holdings = [
    ...(held.length > 0 ? [`sakene ${held.map(({ number }) => number).join(', ')}`] : []),
    ...(roles > 0 ? [roles === 1 ? 'en rolle' : `${roles} roller`] : []),
    ...(areas > 0 ? [areas === 1 ? 'et tjenesteområde' : `${areas} tjenesteområder`] : []),
  ];
  if (holdings.length === 0) return;
  throw refusedWith(
    'held',
    `Den ansatte har fortsatt ${holdings.join(' og ')}. Deaktiver personen og flytt sakene først; da kan personen slettes.`,
  );
}
