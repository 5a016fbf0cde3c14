import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useRef } from 'react';
import { Refused } from '../api/client.js';

/** Whether it may have been done although no answer says so. */
const isUnknown = (error: Error): boolean => !(error instanceof Refused) || error.problem.code === 'outcome-unknown';

/**
 * Something that is done at the server. A try whose outcome is unknown is repeated with the same key, so it is never done twice. What is
 * shown is asked for again afterwards.
 */
export function useChange<Input, Answer>(
  send: (input: Input, key: string) => Promise<Answer>,
  onDone?: (answer: Answer) => void,
) {
  const client = useQueryClient();
  const key = useRef<string>(undefined);
  return useMutation({
    mutationFn: (input: Input) => send(input, (key.current ??= crypto.randomUUID())),
    onError: (error) => {
      if (!isUnknown(error)) key.current = undefined;
    },
    onSuccess: async (answer) => {
      key.current = undefined;
      onDone?.(answer);
      await client.invalidateQueries({ predicate: ({ queryKey: [of] }) => of !== 'me' && of !== 'clock' });
    },
  });
}
