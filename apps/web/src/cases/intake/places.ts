import { useQuery } from '@tanstack/react-query';
import { useMe } from '../../access/me.js';
import { answerOf, api } from '../../api/client.js';

interface Place {
  /** As in the draft: `area:<id>` or `unit:<id>`. */
  readonly value: string;
  readonly name: string;
  readonly unit: string;
  /** Who answers for the area. */
  readonly contact?: string;
}

export interface Places {
  readonly areas: readonly Place[];
  readonly units: readonly Place[];
}

const byName = (a: { readonly name: string }, b: { readonly name: string }): number =>
  a.name.localeCompare(b.name, 'nb');

/** Where the reader may open a case: the front line everywhere, others in their own unit. */
export function usePlaces(): Places | undefined {
  const { roles, units: own } = useMe();
  const { data: units } = useQuery({ queryKey: ['units'], queryFn: () => answerOf(api.GET('/api/v1/units')) });
  const { data: areas } = useQuery({ queryKey: ['areas'], queryFn: () => answerOf(api.GET('/api/v1/areas')) });
  if (!units || !areas) return undefined;
  const isMine = (unit: string): boolean => roles.includes('mottak') || own.includes(unit);
  return {
    areas: areas.items
      .filter(({ unit }) => isMine(unit))
      .map(({ id, name, unit, contact }) => ({ value: `area:${id}`, name, unit, contact: contact.id }))
      .sort(byName),
    units: units.items
      .filter(({ id, holdsCases, closedOn }) => holdsCases && closedOn === null && isMine(id))
      .map(({ id, name }) => ({ value: `unit:${id}`, name, unit: id }))
      .sort(byName),
  };
}

const CASE_ROLES: readonly string[] = ['saksbehandler', 'leder'];

/** The people of a unit who can have a case. */
export function useTakers(unit: string | undefined): readonly { readonly id: string; readonly name: string }[] {
  const { user } = useMe();
  const { data } = useQuery({
    queryKey: ['people', unit],
    queryFn: () => answerOf(api.GET('/api/v1/people', { params: { query: { unit: unit ?? '' } } })),
    enabled: unit !== undefined,
  });
  const people = data?.items.filter(
    ({ id, active, roles }) => active && id !== user && roles.some(({ role }) => CASE_ROLES.includes(role)),
  );
  return [...(people ?? [])].sort(byName);
}
