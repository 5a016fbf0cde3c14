import type { QueryClient } from '@tanstack/react-query';
import { hasForms, isGiven, isSeen, noteLine, noteShown, noteWaiting } from './changes.js';

const GATHERED_MS = 400;
const AGAIN_MS = 5_000;
const HIDDEN_MS = 30_000;

/**
 * Listens to the event stream, one a window. What changed is asked for again at once where nobody looks; where somebody does, nothing moves:
 * it waits until they want to see it. A window that is out of sight gives up its place in the stream, of which a browser has few, and
 * asks for all when it is looked at again. @returns a function that ends it.
 */
export function startLive(client: QueryClient): () => void {
  let stream: EventSource | undefined;
  let again: ReturnType<typeof setTimeout> | undefined;
  let gathering: ReturnType<typeof setTimeout> | undefined;
  let leaving: ReturnType<typeof setTimeout> | undefined;
  let told = new Map<string, number>();
  let mayHaveMissed = false;

  const flush = (): void => {
    gathering = undefined;
    const unseen = [...told].filter(([id, version]) => !isSeen(id, version) && !isShown(client, id, version));
    const news = new Map(unseen.filter(([id]) => !isGiven(id)));
    told = new Map(unseen.filter(([id]) => isGiven(id)));
    if (told.size > 0) gathering = setTimeout(flush, GATHERED_MS);
    if (news.size === 0) return;
    noteWaiting(news);
    if (!isLookedAt()) void showChanges(client);
  };
  const gather = (id: string, version: number): void => {
    told.set(id, Math.max(version, told.get(id) ?? 0));
    gathering ??= setTimeout(flush, GATHERED_MS);
  };
  const close = (): void => {
    clearTimeout(again);
    stream?.close();
    stream = undefined;
  };
  const open = (): void => {
    close();
    stream = new EventSource('/api/v1/stream');
    stream.addEventListener('open', () => {
      noteLine(undefined);
      if (mayHaveMissed) reset();
      mayHaveMissed = false;
    });
    stream.addEventListener('collaboration', ({ data }: MessageEvent<string>) => {
      const { id, version } = JSON.parse(data) as { readonly id: string; readonly version: number };
      gather(id, version);
    });
    stream.addEventListener('reset', reset);
    stream.addEventListener('error', lose);
  };
  function lose(): void {
    mayHaveMissed = true;
    noteLine(Date.now());
    // A browser gives up when the answer is no stream, as while the server starts.
    clearTimeout(again);
    again = setTimeout(open, AGAIN_MS);
  }
  /** Changes may have been missed. A form stays as it is; its case refuses what no longer fits. */
  function reset(): void {
    if (hasForms()) void client.invalidateQueries({ predicate: isOfCases, refetchType: 'none' });
    else void showChanges(client);
  }
  const onSight = (): void => {
    clearTimeout(leaving);
    if (document.hidden)
      leaving = setTimeout(() => {
        mayHaveMissed = true;
        close();
      }, HIDDEN_MS);
    else if (!stream) open();
  };
  document.addEventListener('visibilitychange', onSight);
  window.addEventListener('offline', lose);
  window.addEventListener('online', open);
  open();
  return () => {
    document.removeEventListener('visibilitychange', onSight);
    window.removeEventListener('offline', lose);
    window.removeEventListener('online', open);
    clearTimeout(leaving);
    clearTimeout(gathering);
    close();
  };
}

/** Whether the page has read the case since. */
const isShown = (client: QueryClient, id: string, version: number): boolean =>
  client
    .getQueriesData<{ readonly id: string; readonly version: number }>({ queryKey: ['case'] })
    .some(([, data]) => data?.id === id && data.version >= version);

const isLookedAt = (): boolean => hasForms() || document.hasFocus();

const isOfCases = ({ queryKey: [of] }: { readonly queryKey: readonly unknown[] }): boolean =>
  of !== 'me' && of !== 'clock';

/** Asks again for all that the page shows of cases. */
export async function showChanges(client: QueryClient): Promise<void> {
  noteShown();
  await client.invalidateQueries({ predicate: isOfCases });
}
