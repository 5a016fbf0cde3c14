import { queryOptions, useQuery } from '@tanstack/react-query';
import { answerOf, api } from '../api/client.js';
import type { Schemas } from '../api/client.js';

export type Me = Schemas['Me'];

/** Who is signed in in this browser; refused with 401 when nobody is. */
export const meQuery = queryOptions({
  queryKey: ['me'],
  queryFn: () => answerOf(api.GET('/api/v1/me')),
  staleTime: 5 * 60_000,
});

/** Whoever is signed in. The shell draws nothing else before it is known. */
export function useMe(): Me {
  const { data } = useQuery(meQuery);
  if (!data) throw new Error('nobody is known to be signed in');
  return data;
}

/** Where a person signs in, and comes back to the page that is open. */
export const signInAddress = (): string =>
  `/api/v1/sign-in?returnTo=${encodeURIComponent(window.location.pathname + window.location.search)}`;

/** Ends the session and leaves for the landing page, or for the issuer, where one signs out as well. */
export async function signOut(): Promise<void> {
  const { response } = await api.POST('/api/v1/sign-out');
  window.location.assign(response.headers.get('Location') ?? '/');
}
