import { useMutation, useQueryClient } from '@tanstack/react-query';
import { answerOf, api, Refused } from '../../api/client.js';
import type { Schemas } from '../../api/client.js';

/** The case was opened, and whoever should have it did not get it. */
export class NotGiven extends Refused {
  constructor(
    readonly number: string,
    { problem }: Refused,
  ) {
    super(problem);
  }
}

interface Opening {
  readonly body: Schemas['OpeningInput'];
  readonly key: string;
  /** Who gets the case at once. */
  readonly to: string | undefined;
}

const isUnknown = (error: Error): boolean => !(error instanceof Refused) || error.problem.code === 'outcome-unknown';

/** Opens the case, and gives it to somebody. Repeated with the same key, each is done once. */
export function useOpening(onOpened: (number: string) => void) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: async ({ body, key, to }: Opening): Promise<string> => {
      const { id, number } = await answerOf(
        api.POST('/api/v1/collaborations', { body, params: { header: { 'Idempotency-Key': key } } }),
      );
      if (to !== undefined) await give({ id, number }, to, `${key}-to-${to}`);
      return number;
    },
    retry: (count, error) => isUnknown(error) && count < 2,
    onSuccess: (number) => {
      onOpened(number);
      return client.invalidateQueries({ predicate: ({ queryKey: [of] }) => of !== 'me' && of !== 'clock' });
    },
  });
}

/** @throws NotGiven when the server refused it. */
async function give(opened: { readonly id: string; readonly number: string }, owner: string, key: string) {
  try {
    await answerOf(
      api.POST('/api/v1/collaborations/{id}/commands', {
        params: { path: { id: opened.id }, header: { 'Idempotency-Key': key } },
        body: { type: 'assignOwner', owner },
      }),
    );
  } catch (error) {
    if (error instanceof Refused && !isUnknown(error)) throw new NotGiven(opened.number, error);
    throw error;
  }
}
