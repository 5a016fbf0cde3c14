import { QueryClient } from '@tanstack/react-query';
import { Refused } from './client.js';

const SERVER_FAULT = 500;

/**
 * Kept fresh by asking again when the window gets focus. A refusal is an answer: only a lost connection, and a server that cannot answer
 * now, is tried again.
 * What is done without a connection fails at once, and says so.
 */
export const queryClient = new QueryClient({
  defaultOptions: {
    queries: {
      networkMode: 'always',
      staleTime: 10_000,
      retry: (count, error) => count < 2 && !(error instanceof Refused && error.problem.status < SERVER_FAULT),
    },
    mutations: { networkMode: 'always', retry: false },
  },
});
