import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import type { ReactNode, SyntheticEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { answerOf, api } from '../../api/client.js';
import type { Schemas } from '../../api/client.js';
import { useNow } from '../../api/clock.js';
import { shortDay, timeOfDay } from '../../words/dates.js';
import { AnswerView, SendingFailed } from '../parts/answer-view.js';
import { untilKnown, useAttempts } from '../../api/attempts.js';
import { useDraft } from '../parts/draft.js';
import { TextField } from '../parts/text-field.js';
import { messagesQuery } from './queries.js';
import type { Case, Reader } from './queries.js';

/** The conversation, the newest last, and a field to write in. */
export function Messages({ shown, reader }: { readonly shown: Case; readonly reader: Reader }): ReactNode {
  const { t } = useTranslation();
  const messages = useQuery(messagesQuery(shown.id));
  const newest = messages.data?.[0]?.n;
  const isReading = !reader.isPreview && (shown.unread?.messages ?? 0) > 0;
  useEffect(() => {
    if (!isReading || newest === undefined) return;
    void api.POST('/api/v1/collaborations/{id}/messages/read', {
      params: { path: { id: shown.id } },
      body: { upTo: newest },
    });
  }, [isReading, newest, shown.id]);
  return (
    <section className="block" aria-labelledby="messages">
      <h2 id="messages">{t('mine.messages')}</h2>
      <AnswerView query={messages}>
        {(found) =>
          found.length === 0 ? (
            shown.closedAt === undefined && <p>{t('mine.noMessages')}</p>
          ) : (
            <ol className="messages">
              {[...found].reverse().map((message) => (
                <ShownMessage key={message.id} message={message} />
              ))}
            </ol>
          )
        }
      </AnswerView>
      {shown.closedAt !== undefined ? (
        <p>{t('mine.noMessagesTaken')}</p>
      ) : (
        !reader.isPreview && <MessageForm shown={shown} />
      )}
    </section>
  );
}

function ShownMessage({ message: { from, by, at, text } }: { readonly message: Schemas['Message'] }): ReactNode {
  const now = useNow();
  return (
    <li className={`message-row message-row--${from.toLowerCase()}`}>
      <p className="soft small">
        {by.name}, {shortDay(at, now)} {timeOfDay(at)}
      </p>
      <p className="as-written" dir="auto">
        {text}
      </p>
    </li>
  );
}

function MessageForm({ shown }: { readonly shown: Case }): ReactNode {
  const { t } = useTranslation();
  const client = useQueryClient();
  const attempts = useAttempts();
  const [text, setText, forget] = useDraft(`message.${shown.number}`, '');
  const [isEmpty, setEmpty] = useState(false);
  const sending = useMutation({
    mutationFn: (body: Schemas['MessageInput']) => {
      const params = { path: { id: shown.id }, header: { 'Idempotency-Key': attempts.keyOf(body) } };
      return untilKnown(() => answerOf(api.POST('/api/v1/collaborations/{id}/messages', { params, body })));
    },
    onSuccess: () => {
      attempts.done();
      forget();
      return client.invalidateQueries({ queryKey: ['case', shown.id, 'messages'] });
    },
  });
  const submit = (event: SyntheticEvent): void => {
    event.preventDefault();
    const words = text.trim();
    setEmpty(words === '');
    if (words !== '' && !sending.isPending) sending.mutate({ text: words, contact: false });
  };
  return (
    <form className="block" onSubmit={submit} noValidate>
      <TextField
        id="message"
        label={t('mine.message')}
        value={text}
        onChange={setText}
        rows={4}
        maxLength={10_000}
        error={isEmpty ? t('portal.required') : undefined}
      />
      <div className="actions">
        <button type="submit" className="ds-button" data-variant="secondary" aria-disabled={sending.isPending}>
          {t('mine.sendMessage')}
        </button>
        <SendingFailed error={sending.error} />
        <p role="status" className="said">
          {sending.isSuccess && text === '' && t('mine.messageSent')}
        </p>
      </div>
    </form>
  );
}
