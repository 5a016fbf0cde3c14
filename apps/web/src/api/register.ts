import { queryOptions, useQuery } from '@tanstack/react-query';
import { answerOf, api } from './client.js';
import type { Schemas } from './client.js';

export type Unit = Schemas['Unit'];
export type Person = Schemas['PersonEntry'];

const SELDOM_MS = 60_000;

export const unitsQuery = queryOptions({
  queryKey: ['units'],
  queryFn: async () => (await answerOf(api.GET('/api/v1/units'))).items,
  staleTime: SELDOM_MS,
});

/** The process in force, with its words in the reader's language. */
export const processQuery = queryOptions({
  queryKey: ['process'],
  queryFn: () => answerOf(api.GET('/api/v1/process')),
  staleTime: SELDOM_MS,
});

/** Everybody who has not left, for forms that choose among them. */
export const activePeopleQuery = queryOptions({
  queryKey: ['people', 'active'],
  queryFn: async (): Promise<readonly Person[]> => {
    const found: Person[] = [];
    for (let cursor: string | undefined, isFirst = true; isFirst || cursor !== undefined; isFirst = false) {
      const page = await answerOf(
        api.GET('/api/v1/people', {
          params: { query: { active: 'true', limit: '100', ...(cursor !== undefined && { cursor }) } },
        }),
      );
      found.push(...page.items);
      cursor = page.next ?? undefined;
    }
    return found;
  },
  staleTime: SELDOM_MS,
});

/** What a unit is called; its id until that is known. */
export function useUnitNames(): (id: string) => string {
  const { data = [] } = useQuery(unitsQuery);
  return (id) => data.find((unit) => unit.id === id)?.name ?? id;
}

/** What the roles are called, in the order of the process. */
export function useRoleNames(): Readonly<Record<string, string>> {
  const { data } = useQuery(processQuery);
  return (data?.['roles'] ?? {}) as Readonly<Record<string, string>>;
}

/** Roles that people hold. The process also names those who only take part, such as a complaints board. */
const ROLES: readonly Schemas['RoleInput']['role'][] = [
  'saksbehandler',
  'leder',
  'nestleder',
  'mentor',
  'pilotleder',
  'driftsansvarlig',
  'kommunalsjef',
  'mottak',
  'mentorkoordinator',
  'kommunedirektor',
  'innkjoper',
  'kontraktsforvalter',
  'gevinstansvarlig',
  'evaluator',
  'controller',
  'jurist',
  'personvern',
  'tilskuddsforvalter',
  'klageorgan',
  'redaktor',
  'politikk',
  'admin',
  'entreprenor',
  'eier',
  'utviklingspartner',
  'henviser',
  'radgiver',
];

export function useGivableRoles(): readonly { readonly id: string; readonly name: string }[] {
  const names = useRoleNames();
  return ROLES.map((id) => ({ id, name: names[id] ?? id }));
}
