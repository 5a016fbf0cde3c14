import { queryOptions } from '@tanstack/react-query';
import { answerOf, api } from '../api/client.js';
import type { Schemas } from '../api/client.js';

export type Area = Schemas['Area'];

/** The areas where the municipality asks for ideas today. */
export const areasQuery = queryOptions({
  queryKey: ['areas'],
  queryFn: async () => (await answerOf(api.GET('/api/v1/areas'))).items,
  staleTime: 5 * 60_000,
});
