import { queryOptions } from '@tanstack/react-query';
import { answerOf, api } from '../../api/client.js';

const MOST = 3;

/** What happened in a case after a version of it: the newest first, reminders only where there is nothing else. */
export const newEventsQuery = (id: string, after: number, version: number) =>
  queryOptions({
    queryKey: ['new-events', id, after, version],
    queryFn: async () => {
      const { items } = await answerOf(
        api.GET('/api/v1/collaborations/{id}/events', {
          params: { path: { id }, query: { order: 'desc', limit: '20' } },
        }),
      );
      const all = items.filter(({ seq }) => seq > after);
      const told = all.filter(({ kind }) => kind !== 'DEADLINE');
      return (told.length > 0 ? told : all).slice(0, MOST);
    },
    staleTime: Infinity,
  });
