import { queryOptions } from '@tanstack/react-query';
import { answerOf, api } from '../../api/client.js';
import type { Schemas } from '../../api/client.js';

export type Work = Schemas['Work'];
export type WorkItem = Schemas['WorkItem'];

/** What the reader owes and waits for. */
export const workQuery = queryOptions({
  queryKey: ['work'],
  queryFn: () => answerOf(api.GET('/api/v1/me/work')),
});
