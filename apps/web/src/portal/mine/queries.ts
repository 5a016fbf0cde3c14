import { queryOptions } from '@tanstack/react-query';
import { answerOf, api, Refused } from '../../api/client.js';
import type { Schemas } from '../../api/client.js';

export type Case = Schemas['Collaboration'];
export type Deadline = Schemas['Deadline'];

/** For whom a case is read: those who work on it may look at it as the entrepreneur does. */
export interface Reader {
  readonly isPreview: boolean;
}

export const casesQuery = queryOptions({
  queryKey: ['cases'],
  queryFn: async () =>
    (await answerOf(api.GET('/api/v1/collaborations', { params: { query: { limit: '100' } } }))).items,
});

export const workQuery = queryOptions({
  queryKey: ['work'],
  queryFn: () => answerOf(api.GET('/api/v1/me/work')),
});

/** The id behind a case number. @throws Refused 404 when the reader has no such case. */
export const idQuery = (number: string) =>
  queryOptions({
    queryKey: ['case-id', number],
    queryFn: async () => {
      const { items } = await answerOf(api.GET('/api/v1/collaborations', { params: { query: { q: number } } }));
      const found = items.find((it) => it.number === number);
      if (found) return found.id;
      throw new Refused({ type: 'about:blank', title: '', status: 404, code: 'not-found', detail: '' });
    },
    staleTime: Infinity,
  });

export const caseQuery = (id: string, { isPreview }: Reader) =>
  queryOptions({
    queryKey: ['case', id, isPreview],
    queryFn: () =>
      answerOf(
        api.GET('/api/v1/collaborations/{id}', {
          params: { path: { id }, query: isPreview ? { as: 'entrepreneur' } : {} },
        }),
      ),
  });

/** Everything that was promised or agreed, also what has ended. */
export const deadlinesQuery = (id: string) =>
  queryOptions({
    queryKey: ['case', id, 'deadlines'],
    queryFn: async () =>
      (await answerOf(api.GET('/api/v1/collaborations/{id}/deadlines', { params: { path: { id } } }))).items,
  });

/** The newest first: the last hundred, or all down to the opening of the case. */
export const eventsQuery = (id: string, { isPreview }: Reader, isAll: boolean) =>
  queryOptions({
    queryKey: ['case', id, 'events', isPreview, isAll],
    queryFn: async () => {
      const found: Schemas['Event'][] = [];
      let next: string | null | undefined;
      do {
        const query = {
          order: 'desc' as const,
          limit: '100',
          ...(isPreview && { as: 'entrepreneur' as const }),
          ...(next && { after: next }),
        };
        const params = { path: { id }, query };
        const page = await answerOf(api.GET('/api/v1/collaborations/{id}/events', { params }));
        found.push(...page.items);
        next = page.next;
      } while (isAll && next !== null);
      return { found, isCut: next !== null };
    },
  });

export const messagesQuery = (id: string) =>
  queryOptions({
    queryKey: ['case', id, 'messages'],
    queryFn: async () => {
      const query = { order: 'desc' as const, limit: '50' };
      return (await answerOf(api.GET('/api/v1/collaborations/{id}/messages', { params: { path: { id }, query } })))
        .items;
    },
  });

/** The day by which those who are to take over answer; null when none is set. */
export const answerDayQuery = (id: string, handoverId: string) =>
  queryOptions({
    queryKey: ['case', id, 'handover', handoverId],
    queryFn: async () => {
      const path = { id, handoverId };
      const { clock } = await answerOf(
        api.GET('/api/v1/collaborations/{id}/handovers/{handoverId}', { params: { path } }),
      );
      return clock?.answerOn ?? null;
    },
  });

export const documentsQuery = (id: string) =>
  queryOptions({
    queryKey: ['case', id, 'documents'],
    queryFn: async () => {
      const query = { order: 'desc' as const, limit: '50' };
      return (await answerOf(api.GET('/api/v1/collaborations/{id}/documents', { params: { path: { id }, query } })))
        .items;
    },
  });
