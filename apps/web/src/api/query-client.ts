import { QueryClient } from '@tanstack/react-query';
import { Refused } from './client.js';

/**
 * Kept fresh by asking again when the window gets focus; a refusal is an answer, so only a lost connection is tried again.
 * What is done without a connection fails at once, and says so.
 */
export const queryClient = new QueryClient({
  defaultOptions: {
    queries: {
      networkMode: 'always',
      staleTime: 10_000,
      retry: (count, error) => !(error instanceof Refused) && count < 2,
    },
    mutations: { networkMode: 'always', retry: false },
  },
});
