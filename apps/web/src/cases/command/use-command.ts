import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useRef } from 'react';
import { answerOf, api, Refused } from '../../api/client.js';
import type { Schemas } from '../../api/client.js';

export interface GivenCommand {
  readonly caseId: string;
  /** The command's body, with its `type`. */
  readonly body: Readonly<Record<string, unknown>>;
  /** The version that the reader looks at: a case that has changed since refuses the command. */
  readonly version?: number;
}

/** A command that was taken, by the key it was given with. */
export interface TakenCommand {
  readonly caseId: string;
  readonly key: string;
}

/** Whether a command may have been taken although no answer says so. */
const isUnknown = (error: Error): boolean => !(error instanceof Refused) || error.problem.code === 'outcome-unknown';

/**
 * Gives a command. One whose outcome is unknown is repeated with the same key, so it is never taken twice; one that was refused is tried
 * anew. What is shown of cases is asked for again.
 */
export function useCommand(onTaken?: (taken: TakenCommand) => void) {
  const client = useQueryClient();
  const key = useRef<string>(undefined);
  return useMutation({
    mutationFn: async ({ caseId, body, version }: GivenCommand): Promise<TakenCommand> => {
      key.current ??= crypto.randomUUID();
      await answerOf(
        api.POST('/api/v1/collaborations/{id}/commands', {
          params: {
            path: { id: caseId },
            header: { 'Idempotency-Key': key.current, ...(version !== undefined && { 'If-Match': `"${version}"` }) },
          },
          body: body as unknown as Schemas['Command'],
        }),
      );
      return { caseId, key: key.current };
    },
    retry: (count, error) => isUnknown(error) && count < 2,
    onError: (error) => {
      if (!isUnknown(error)) key.current = undefined;
    },
    onSuccess: async (taken) => {
      key.current = undefined;
      onTaken?.(taken);
      await client.invalidateQueries({ predicate: ({ queryKey: [of] }) => of !== 'me' && of !== 'clock' });
    },
  });
}

/** Takes back a fact that was just registered. */
export async function retractFactOf({ caseId, key }: TakenCommand, reason: string): Promise<void> {
  const { items } = await answerOf(
    api.GET('/api/v1/collaborations/{id}/events', {
      params: { path: { id: caseId }, query: { order: 'desc', kind: 'FACT' } },
    }),
  );
  const event = items.find(({ command, type }) => command === key && type === 'factRegistered');
  if (!event) throw new Error('the fact is not among the events');
  await answerOf(
    api.POST('/api/v1/collaborations/{id}/commands', {
      params: { path: { id: caseId }, header: { 'Idempotency-Key': `${key}-undo` } },
      body: { type: 'retractFact', event: event.seq, reason },
    }),
  );
}
