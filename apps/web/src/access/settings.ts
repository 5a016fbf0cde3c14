import { queryOptions, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { answerOf, api } from '../api/client.js';
import type { Schemas } from '../api/client.js';

export type Settings = Schemas['OwnSettings'];

const USUAL: Settings = { density: 'NORMAL', singleKeys: true, views: [], putAway: [] };

const settingsQuery = queryOptions({
  queryKey: ['settings'],
  queryFn: () => answerOf(api.GET('/api/v1/me/settings')),
  staleTime: Infinity,
});

/** How the reader wants the pages, on every machine that they use. Until the server has told, the usual way. */
export function useSettings(): Settings {
  return useQuery(settingsQuery).data ?? USUAL;
}

/** Changes a setting. It is seen at once, and taken back when the server did not keep it. */
export function useChangeSettings() {
  const client = useQueryClient();
  const { queryKey } = settingsQuery;
  return useMutation({
    mutationFn: (body: Partial<Settings>) => answerOf(api.PATCH('/api/v1/me/settings', { body })),
    onMutate: async (change) => {
      await client.cancelQueries({ queryKey });
      const before = client.getQueryData(queryKey);
      client.setQueryData(queryKey, (now) => ({ ...(now ?? USUAL), ...change }));
      return before;
    },
    onError: (_error, _change, before) => client.setQueryData(queryKey, before),
    onSuccess: (kept) => client.setQueryData(queryKey, kept),
  });
}

/** Rows stand closer where the reader wants it. */
export function useDensity(): void {
  const { density } = useSettings();
  useEffect(() => {
    document.documentElement.dataset['density'] = density === 'TIGHT' ? 'tight' : 'usual';
  }, [density]);
}
