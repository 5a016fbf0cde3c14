import { answerOf, api } from '../../api/client.js';
import type { Schemas } from '../../api/client.js';
import type { CaseFilter } from './case-filter.js';

export type CaseRow = Schemas['CollaborationRow'];

/** A page of the list as the address asks for it. @param owner  whose cases `mine` means. */
export const casesPage = (
  filter: CaseFilter,
  owner: string,
  { cursor, limit }: { readonly cursor: string | undefined; readonly limit: number },
) =>
  answerOf(
    api.GET('/api/v1/collaborations', {
      params: {
        query: {
          limit: String(limit),
          total: 'true',
          ...(filter.fase && { phase: filter.fase }),
          ...(filter.venter && { waitingFor: filter.venter }),
          ...(filter.fast && { stuck: 'true' as const }),
          ...(filter.mine && { owner }),
          ...(filter.q && { q: filter.q }),
          sort: filter.sort ?? '-number',
          ...(cursor !== undefined && { cursor }),
        },
      },
    }),
  );
