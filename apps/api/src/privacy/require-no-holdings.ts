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
  const numbers = held.map(({ number }) => number).join(', ');
  const holdings = [
    ...(held.length > 0 ? [{ nb: `sakene ${numbers}`, en: `the cases ${numbers}` }] : []),
    ...(roles > 0
      ? [roles === 1 ? { nb: 'en rolle', en: 'a role' } : { nb: `${roles} roller`, en: `${roles} roles` }]
      : []),
    ...(areas > 0
      ? [
          areas === 1
            ? { nb: 'et tjenesteområde', en: 'a service area' }
            : { nb: `${areas} tjenesteområder`, en: `${areas} service areas` },
        ]
      : []),
  ];
  if (holdings.length === 0) return;
  throw refusedWith('held', {
    nb: `Den ansatte har fortsatt ${holdings.map(({ nb }) => nb).join(' og ')}. Deaktiver personen og flytt sakene først; da kan personen slettes.`,
    en: `The employee still has ${holdings.map(({ en }) => en).join(' and ')}. Deactivate the person and move the cases first; then the person can be erased.`,
  });
}
