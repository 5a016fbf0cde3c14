import { queryOptions, useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { answerOf, api, Refused } from '../../api/client.js';
import type { Schemas } from '../../api/client.js';

export type Case = Schemas['Collaboration'];

/** A case by its number, which is what people say and what stands in the address. */
export const caseQuery = (number: string) =>
  queryOptions({
    queryKey: ['case', number],
    queryFn: async ({ client, queryKey }): Promise<Case> => {
      // A case that is known is asked for by its id: it is looked up by its number once.
      const known = client.getQueryData<Case>(queryKey);
      if (known) return answerOf(api.GET('/api/v1/collaborations/{id}', { params: { path: { id: known.id } } }));
      const { items } = await answerOf(api.GET('/api/v1/collaborations', { params: { query: { q: number } } }));
      const found = items.find((item) => item.number === number);
      if (!found) throw new Refused({ type: 'about:blank', title: '', status: 404, code: 'not-found', detail: '' });
      return answerOf(api.GET('/api/v1/collaborations/{id}', { params: { path: { id: found.id } } }));
    },
  });

const route = getRouteApi('/saker/$number');

/** The case that the address names. Pages below the case are drawn when it is there. */
export function useCase(): Case {
  const { number } = route.useParams();
  const { data } = useQuery(caseQuery(number));
  if (!data) throw new Error('the case is not there yet');
  return data;
}
