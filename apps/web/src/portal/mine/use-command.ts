import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { UseMutationResult } from '@tanstack/react-query';
import { answerOf, api } from '../../api/client.js';
import type { Schemas } from '../../api/client.js';
import { untilKnown, useAttempts } from '../../api/attempts.js';

/** Does something to a case, once however often the button is pressed, and reads the case anew. */
export function useCommand(id: string, onDone: () => void): UseMutationResult<unknown, Error, Schemas['Command']> {
  const client = useQueryClient();
  const attempts = useAttempts();
  return useMutation({
    mutationFn: (body: Schemas['Command']) => {
      const params = { path: { id }, header: { 'Idempotency-Key': attempts.keyOf(body) } };
      return untilKnown(() => answerOf(api.POST('/api/v1/collaborations/{id}/commands', { params, body })));
    },
    onSuccess: () => {
      attempts.done();
      onDone();
      return client.invalidateQueries({ queryKey: ['case', id] });
    },
  });
}
