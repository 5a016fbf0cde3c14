import type { Case, Deadline } from '../model/case.js';

/** What the entrepreneur owes of the request, or last owed. */
export const debtOfRequest = ({ deadlines }: Pick<Case, 'deadlines'>, id: string): Deadline | undefined =>
  deadlines.find(
    ({ owedBy, basis: { about } }) =>
      owedBy.party === 'ENTREPRENEUR' && about?.kind === 'information' && about.id === id,
  );
