import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { answerOf, api } from '../../api/client.js';
import type { Schemas } from '../../api/client.js';

export type CaseForm = Schemas['DeadlineAct'];

/** What the reader may fill in about a case now, whether or not anybody waits for it. */
export const formsQuery = ({ id, version }: { readonly id: string; readonly version: number }) =>
  queryOptions({
    queryKey: ['forms', id, version],
    queryFn: async (): Promise<readonly CaseForm[]> =>
      (await answerOf(api.GET('/api/v1/collaborations/{id}/forms', { params: { path: { id } } }))).items,
    placeholderData: keepPreviousData,
  });

/** Those of some commands, about one thing. */
export const formsAbout = (
  forms: readonly CaseForm[],
  commands: readonly string[],
  about: Readonly<Record<string, unknown>> = {},
): readonly CaseForm[] =>
  forms.filter(
    ({ command, body }) =>
      commands.includes(command) &&
      Object.entries(about).every(([name, value]) => (body as Record<string, unknown>)[name] === value),
  );
