import { Button, Field, Label, Textarea } from '@digdir/designsystemet-react';
import { useQueryClient } from '@tanstack/react-query';
import type { InfiniteData, UseInfiniteQueryResult } from '@tanstack/react-query';
import { useState } from 'react';
import type { ReactNode, SubmitEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { useNow } from '../../api/clock.js';
import { AsyncView } from '../../ui/async-view.js';
import { dropDraft, keepDraft, readDraft } from '../../ui/form/drafts.js';
import { shortDay, timeOfDay } from '../../words/dates.js';
import { Checking, Refusal } from '../command/refusal.js';
import { useSending } from '../command/use-command.js';

interface Item {
  readonly id: string;
  readonly by: { readonly name: string };
  readonly at: string;
  readonly text: string;
}

type Kind = 'ours' | 'theirs' | 'note';

interface TalkProps<T extends Item> {
  readonly words: Readonly<Record<'title' | 'readers' | 'write' | 'send' | 'none', string>>;
  /** Where the text is kept until it is sent. */
  readonly kept: string;
  readonly query: UseInfiniteQueryResult<InfiniteData<{ readonly items: readonly T[] }>>;
  readonly kindOf: (item: T) => Kind;
  readonly send: (text: string, key: string) => Promise<unknown>;
}

/** What people write to each other in a case: who reads it, a place to write, and what was written, newest first. */
export function Talk<T extends Item>({ words, kept, query, kindOf, send }: TalkProps<T>): ReactNode {
  const { t } = useTranslation();
  return (
    <section className="section" aria-labelledby={kept}>
      <h2 id={kept}>{words.title}</h2>
      <p className="small soft">{words.readers}</p>
      <Writer label={words.write} button={words.send} kept={kept} send={send} />
      <AsyncView query={query}>
        {({ pages }) => (
          <>
            {pages[0]?.items.length === 0 && <p>{words.none}</p>}
            <ol className="talk">
              {pages
                .flatMap(({ items }) => items)
                .map((item) => (
                  <Said key={item.id} item={item} kind={kindOf(item)} />
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

function Said({ item: { by, at, text }, kind }: { readonly item: Item; readonly kind: Kind }): ReactNode {
  const now = useNow();
  return (
    <li className={`said said--${kind}`}>
      <p className="small">
        <strong>
          <bdi>{by.name}</bdi>
        </strong>{' '}
        <time className="soft" dateTime={at}>
          {shortDay(at, now)} {timeOfDay(at)}
        </time>
      </p>
      <p className="said__text" dir="auto">
        {text}
      </p>
    </li>
  );
}

interface WriterProps extends Pick<TalkProps<Item>, 'kept' | 'send'> {
  readonly label: string;
  readonly button: string;
}

function Writer({ label, button, kept, send }: WriterProps): ReactNode {
  const { t } = useTranslation();
  const client = useQueryClient();
  const [text, setText] = useState(() => readDraft(kept)?.['text'] ?? '');
  const sending = useSending(send, async () => {
    setText('');
    dropDraft(kept);
    await client.invalidateQueries();
  });
  const submit = (event: SubmitEvent): void => {
    event.preventDefault();
    if (text.trim() !== '' && !sending.isPending) sending.mutate(text);
  };
  const change = (written: string): void => {
    setText(written);
    keepDraft(kept, { text: written });
  };
  return (
    <form className="writer" onSubmit={submit}>
      <Field data-size="sm">
        <Label>{label}</Label>
        <Textarea dir="auto" value={text} rows={3} maxLength={4000} onChange={(event) => change(event.target.value)} />
      </Field>
      <Button type="submit" variant="secondary" data-size="sm" aria-busy={sending.isPending}>
        {sending.isPending ? t('form.saving') : button}
      </Button>
      <Checking is={sending.isChecking} />
      <Refusal error={sending.error} />
    </form>
  );
}
