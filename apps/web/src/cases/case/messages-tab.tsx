import { useInfiniteQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { answerOf, api } from '../../api/client.js';
import { useCase } from './case-query.js';
import { Talk } from './talk.js';

/** The conversation with the entrepreneur, and beside it what only the municipality reads. */
export function MessagesTab(): ReactNode {
  return (
    <div className="columns columns--even">
      <Messages />
      <Notes />
    </div>
  );
}

function Messages(): ReactNode {
  const { t } = useTranslation();
  const { id, unread } = useCase();
  const path = { id };
  const query = usePages('messages', id, (after) =>
    answerOf(
      api.GET('/api/v1/collaborations/{id}/messages', {
        params: { path, query: { order: 'desc', ...(after !== undefined && { after }) } },
      }),
    ),
  );
  useMarkRead(id, query.data?.pages[0]?.items[0]?.n, unread?.messages ?? 0);
  return (
    <Talk
      words={{
        title: t('messages.title'),
        readers: t('messages.seenByBoth'),
        write: t('messages.write'),
        send: t('messages.send'),
        none: t('messages.none'),
      }}
      kept={`${id}.message`}
      query={query}
      kindOf={({ from }) => (from === 'ENTREPRENEUR' ? 'theirs' : 'ours')}
      send={(text, key) =>
        answerOf(
          api.POST('/api/v1/collaborations/{id}/messages', {
            params: { path, header: { 'Idempotency-Key': key } },
            body: { text, contact: false },
          }),
        )
      }
    />
  );
}

/** Whoever has the newest message on the screen has read it. */
function useMarkRead(id: string, newest: number | undefined, unread: number): void {
  const client = useQueryClient();
  useEffect(() => {
    if (newest === undefined || unread === 0) return;
    void answerOf(
      api.POST('/api/v1/collaborations/{id}/messages/read', { params: { path: { id } }, body: { upTo: newest } }),
    ).then(() => client.invalidateQueries({ queryKey: ['case'] }));
  }, [client, id, newest, unread]);
}

function Notes(): ReactNode {
  const { t } = useTranslation();
  const { id } = useCase();
  const path = { id };
  const query = usePages('notes', id, (after) =>
    answerOf(
      api.GET('/api/v1/collaborations/{id}/notes', {
        params: { path, query: { order: 'desc', ...(after !== undefined && { after }) } },
      }),
    ),
  );
  return (
    <Talk
      words={{
        title: t('messages.notes'),
        readers: t('messages.seenByUs'),
        write: t('messages.writeNote'),
        send: t('messages.saveNote'),
        none: t('messages.noNotes'),
      }}
      kept={`${id}.note`}
      query={query}
      kindOf={() => 'note'}
      send={(text, key) =>
        answerOf(
          api.POST('/api/v1/collaborations/{id}/notes', {
            params: { path, header: { 'Idempotency-Key': key } },
            body: { text, visibility: 'INTERNAL' },
          }),
        )
      }
    />
  );
}

/** Newest first, a page at a time. */
function usePages<Page extends { readonly next: string | null }>(
  of: string,
  id: string,
  ask: (after: string | undefined) => Promise<Page>,
) {
  return useInfiniteQuery({
    queryKey: [of, id],
    initialPageParam: undefined as string | undefined,
    queryFn: ({ pageParam }) => ask(pageParam),
    getNextPageParam: ({ next }) => next ?? undefined,
  });
}
