import { queryOptions } from '@tanstack/react-query';
import { answerOf, api } from '../../api/client.js';

export const personQuery = (id: string) =>
  queryOptions({
    queryKey: ['people', 'one', id],
    queryFn: () => answerOf(api.GET('/api/v1/people/{id}', { params: { path: { id } } })),
  });
