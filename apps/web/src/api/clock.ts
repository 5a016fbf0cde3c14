import { queryOptions, useQuery } from '@tanstack/react-query';
import { answerOf, api } from './client.js';

/** Domain time, which may run faster than that of the computer, with the wall time at which it was read. */
const clockQuery = queryOptions({
  queryKey: ['clock'],
  queryFn: async () => ({ ...(await answerOf(api.GET('/api/v1/clock'))), readAt: Date.now() }),
  staleTime: 60_000,
  refetchInterval: 60_000,
});

/** Domain time now. Until the server has told, that of the computer. */
export function useNow(): Date {
  const { data } = useQuery(clockQuery);
  if (!data) return new Date();
  return new Date(Date.parse(data.now) + (Date.now() - data.readAt) * data.speed);
}

/** How the installation's clock goes: its speed, and whether this is a demonstration. */
export function useClock(): {
  readonly speed: number;
  readonly isDemonstration: boolean;
  readonly isKnown: boolean;
} {
  const { data } = useQuery(clockQuery);
  return { speed: data?.speed ?? 1, isDemonstration: data?.demonstration ?? false, isKnown: data !== undefined };
}
