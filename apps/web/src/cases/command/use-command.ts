import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { mayComeBack, untilKnown, useAttempts } from '../../api/attempts.js';
import { answerOf, api, Refused } from '../../api/client.js';
import type { Schemas } from '../../api/client.js';
import { noteGiven, noteSeen, noteWaiting } from '../live/changes.js';

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

/**
 * Sends something once, however often it has to be sent: with one key while the words are the same, and again while the outcome is
 * unknown, which `isChecking` says. @param wordsOf  what of it makes it another request.
 */
export function useSending<W, A>(
  send: (words: W, key: string) => Promise<A>,
  onSent: (answer: A, key: string) => void | Promise<void>,
  wordsOf: (words: W) => unknown = (words) => words,
) {
  const attempts = useAttempts();
  const [isChecking, setChecking] = useState(false);
  const sending = useMutation({
    mutationFn: async (words: W) => {
      const key = attempts.keyOf(wordsOf(words));
      return {
        answer: await untilKnown(
          () => send(words, key),
          () => setChecking(true),
          mayComeBack,
        ),
        key,
      };
    },
    onSuccess: ({ answer, key }) => {
      attempts.done();
      return onSent(answer, key);
    },
    onSettled: () => setChecking(false),
  });
  return { ...sending, isChecking: isChecking && sending.isPending };
}

/** Gives a command. What is shown of cases is asked for again. */
export function useCommand(onTaken?: (taken: TakenCommand) => void) {
  const client = useQueryClient();
  return useSending(
    async ({ caseId, body, version }: GivenCommand, key) => {
      const header = { 'Idempotency-Key': key, ...(version !== undefined && { 'If-Match': `"${version}"` }) };
      const params = { path: { id: caseId }, header };
      const answered = noteGiven(caseId);
      try {
        const answer = await answerOf(
          api.POST('/api/v1/collaborations/{id}/commands', { params, body: body as unknown as Schemas['Command'] }),
        );
        noteSeen(caseId, answer.version);
        return { caseId, version: answer.version };
      } catch (error) {
        // The form says what is new, as it does when the stream tells of it.
        if (error instanceof Refused && typeof error.problem.version === 'number')
          noteWaiting(new Map([[caseId, error.problem.version]]));
        throw error;
      } finally {
        answered();
      }
    },
    async ({ caseId }, key) => {
      onTaken?.({ caseId, key });
      await client.invalidateQueries({ predicate: ({ queryKey: [of] }) => of !== 'me' && of !== 'clock' });
    },
    // A command is the same whichever version it is meant for: it is not taken again because the case has gone on.
    ({ caseId, body }) => ({ caseId, body }),
  );
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
