import { useInfiniteQuery } from '@tanstack/react-query';
import { answerOf, api } from '../../api/client.js';
import { workQuery } from './work.js';
import type { Work, WorkItem } from './work.js';

export type SectionName = keyof Work['totals'];

/** What stands in a section: what came with the day, and the rest when it is asked for. */
export interface Section {
  readonly items: readonly WorkItem[];
  /** How many there are that are not shown. */
  readonly left: number;
  readonly isReading: boolean;
  readonly readMore: () => void;
}

export function useSection(work: Work, name: SectionName): Section {
  const rest = useInfiniteQuery({
    queryKey: [...workQuery.queryKey, name, work.next[name]],
    enabled: false,
    initialPageParam: work.next[name],
    queryFn: ({ pageParam: cursor }) =>
      answerOf(
        api.GET('/api/v1/me/work', {
          params: { query: { section: name, limit: '50', ...(cursor !== null && { cursor }) } },
        }),
      ),
    getNextPageParam: ({ next }) => next[name],
  });
  const items = [...work[name], ...(rest.data?.pages.flatMap((page) => page[name]) ?? [])];
  return {
    items,
    left: Math.max((work.totals[name] ?? 0) - items.length, 0),
    isReading: rest.isFetching,
    readMore: () => void (rest.data ? rest.fetchNextPage() : rest.refetch()),
  };
}
