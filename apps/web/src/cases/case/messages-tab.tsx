import { Button, Field, Label, Textarea } from '@digdir/designsystemet-react';
import { useInfiniteQuery, useMutation, useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import type { ReactNode, SubmitEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { answerOf, api } from '../../api/client.js';
import { useNow } from '../../api/clock.js';
import { AsyncView } from '../../ui/async-view.js';
import { dropDraft, keepDraft, readDraft } from '../../ui/form/drafts.js';
import { shortDay, timeOfDay } from '../../words/dates.js';
import { Refusal } from '../command/refusal.js';
import { useCase } from './case-query.js';

/** The conversation with the entrepreneur, and beside it what only the municipality reads. */
export function MessagesTab(): ReactNode {
  return (
    <div className="columns columns--even">
      <Messages />
      <Notes />
    </div>
  );
}

function Messages(): ReactNode {
  const { t } = useTranslation();
  const { id, unread } = useCase();
  const query = useInfiniteQuery({
    queryKey: ['messages', id],
    initialPageParam: undefined as string | undefined,
    queryFn: ({ pageParam: after }) =>
      answerOf(
        api.GET('/api/v1/collaborations/{id}/messages', {
          params: { path: { id }, query: { order: 'desc', ...(after !== undefined && { after }) } },
        }),
      ),
    getNextPageParam: ({ next }) => next ?? undefined,
  });
  useMarkRead(id, query.data?.pages[0]?.items[0]?.n, unread?.messages ?? 0);
  const send = (text: string, key: string) =>
    answerOf(
      api.POST('/api/v1/collaborations/{id}/messages', {
        params: { path: { id }, header: { 'Idempotency-Key': key } },
        body: { text, contact: false },
      }),
    );
  return (
    <section className="section" aria-labelledby="messages">
      <h2 id="messages">{t('messages.title')}</h2>
      <p className="small soft">{t('messages.seenByBoth')}</p>
      <Writer label={t('messages.write')} button={t('messages.send')} kept={`${id}.message`} send={send} />
      <AsyncView query={query}>
        {({ pages }) => (
          <>
            {pages[0]?.items.length === 0 && <p>{t('messages.none')}</p>}
            <ol className="talk">
              {pages
                .flatMap(({ items }) => items)
                .map(({ id: key, by, at, text, from }) => (
                  <Said
                    key={key}
                    name={by.name}
                    at={at}
                    text={text}
                    kind={from === 'ENTREPRENEUR' ? 'theirs' : 'ours'}
                  />
                ))}
            </ol>
            {query.hasNextPage && (
              <Button variant="secondary" onClick={() => void query.fetchNextPage()}>
                {t('timeline.more')}
              </Button>
            )}
          </>
        )}
      </AsyncView>
    </section>
  );
}

/** Whoever has the newest message on the screen has read it. */
function useMarkRead(id: string, newest: number | undefined, unread: number): void {
  const client = useQueryClient();
  useEffect(() => {
    if (newest === undefined || unread === 0) return;
    void answerOf(
      api.POST('/api/v1/collaborations/{id}/messages/read', { params: { path: { id } }, body: { upTo: newest } }),
    ).then(() => client.invalidateQueries({ queryKey: ['case'] }));
  }, [client, id, newest, unread]);
}

function Notes(): ReactNode {
  const { t } = useTranslation();
  const { id } = useCase();
  const query = useInfiniteQuery({
    queryKey: ['notes', id],
    initialPageParam: undefined as string | undefined,
    queryFn: ({ pageParam: after }) =>
      answerOf(
        api.GET('/api/v1/collaborations/{id}/notes', {
          params: { path: { id }, query: { order: 'desc', ...(after !== undefined && { after }) } },
        }),
      ),
    getNextPageParam: ({ next }) => next ?? undefined,
  });
  const write = (text: string, key: string) =>
    answerOf(
      api.POST('/api/v1/collaborations/{id}/notes', {
        params: { path: { id }, header: { 'Idempotency-Key': key } },
        body: { text, visibility: 'INTERNAL' },
      }),
    );
  return (
    <section className="section notes" aria-labelledby="notes">
      <h2 id="notes">{t('messages.notes')}</h2>
      <p className="small soft">{t('messages.seenByUs')}</p>
      <Writer label={t('messages.writeNote')} button={t('messages.saveNote')} kept={`${id}.note`} send={write} />
      <AsyncView query={query}>
        {({ pages }) => (
          <>
            {pages[0]?.items.length === 0 && <p>{t('messages.noNotes')}</p>}
            <ol className="talk">
              {pages
                .flatMap(({ items }) => items)
                .map(({ id: key, by, at, text }) => (
                  <Said key={key} name={by.name} at={at} text={text} kind="note" />
                ))}
            </ol>
            {query.hasNextPage && (
              <Button variant="secondary" onClick={() => void query.fetchNextPage()}>
                {t('timeline.more')}
              </Button>
            )}
          </>
        )}
      </AsyncView>
    </section>
  );
}

interface SaidProps {
  readonly name: string;
  readonly at: string;
  readonly text: string;
  readonly kind: 'ours' | 'theirs' | 'note';
}

function Said({ name, at, text, kind }: SaidProps): ReactNode {
  const now = useNow();
  return (
    <li className={`said said--${kind}`}>
      <p className="small">
        <strong>{name}</strong>{' '}
        <time className="soft" dateTime={at}>
          {shortDay(at, now)} {timeOfDay(at)}
        </time>
      </p>
      <p className="said__text">{text}</p>
    </li>
  );
}

interface WriterProps {
  readonly label: string;
  readonly button: string;
  /** Where the text is kept until it is sent. */
  readonly kept: string;
  readonly send: (text: string, key: string) => Promise<unknown>;
}

function Writer({ label, button, kept, send }: WriterProps): ReactNode {
  const { t } = useTranslation();
  const client = useQueryClient();
  const [text, setText] = useState(() => readDraft(kept)?.['text'] ?? '');
  const key = useRef<string>(undefined);
  const sending = useMutation({
    mutationFn: (written: string) => send(written, (key.current ??= crypto.randomUUID())),
    onSuccess: async () => {
      key.current = undefined;
      setText('');
      dropDraft(kept);
      await client.invalidateQueries();
    },
  });
  const submit = (event: SubmitEvent): void => {
    event.preventDefault();
    if (text.trim() !== '' && !sending.isPending) sending.mutate(text);
  };
  const change = (written: string): void => {
    // Another text is another message, which the server must not take for a repetition.
    key.current = undefined;
    setText(written);
    keepDraft(kept, { text: written });
  };
  return (
    <form className="writer" onSubmit={submit}>
      <Field data-size="sm">
        <Label>{label}</Label>
        <Textarea value={text} rows={3} maxLength={4000} onChange={(event) => change(event.target.value)} />
      </Field>
      <Button type="submit" variant="secondary" data-size="sm" aria-busy={sending.isPending}>
        {sending.isPending ? t('form.saving') : button}
      </Button>
      <Refusal error={sending.error} />
    </form>
  );
}
