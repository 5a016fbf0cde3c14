import { useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';

const GATHERED_MS = 500;
const AGAIN_MS = 10_000;

/**
 * Reads a case anew when the event stream says that it has changed. While she writes nothing moves: it waits until the field is left.
 * A page that is out of sight gives up its place in the stream, of which a browser has few.
 */
export function useLive(id: string): void {
  const client = useQueryClient();
  useEffect(() => {
    let stream: EventSource | undefined;
    let timer: ReturnType<typeof setTimeout> | undefined;
    let again: ReturnType<typeof setTimeout> | undefined;
    let isLate = false;
    const read = (): void => {
      isLate = isWriting();
      if (!isLate) void client.invalidateQueries({ queryKey: ['case', id] });
    };
    const tell = (): void => {
      clearTimeout(timer);
      timer = setTimeout(read, GATHERED_MS);
    };
    const close = (): void => {
      clearTimeout(again);
      stream?.close();
      stream = undefined;
    };
    const open = (): void => {
      close();
      stream = new EventSource('/api/v1/stream');
      stream.addEventListener('collaboration', ({ data }: MessageEvent<string>) => {
        if ((JSON.parse(data) as { readonly id: string }).id === id) tell();
      });
      stream.addEventListener('reset', tell);
      // A browser gives up when the answer is no stream, as while the server starts.
      stream.addEventListener('error', () => {
        clearTimeout(again);
        again = setTimeout(() => {
          open();
          tell();
        }, AGAIN_MS);
      });
    };
    const onSight = (): void => {
      if (document.hidden) return close();
      if (!stream) {
        open();
        tell();
      }
    };
    const onLeave = (): void => {
      if (isLate) tell();
    };
    document.addEventListener('visibilitychange', onSight);
    document.addEventListener('focusout', onLeave);
    open();
    return () => {
      document.removeEventListener('visibilitychange', onSight);
      document.removeEventListener('focusout', onLeave);
      clearTimeout(timer);
      close();
    };
  }, [client, id]);
}

const isWriting = (): boolean => document.activeElement?.matches('textarea, input:not([type="radio"])') ?? false;
