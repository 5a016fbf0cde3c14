import { PaperclipIcon } from '@navikt/aksel-icons';
import { useRef, useState } from 'react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useNow } from '../../api/clock.js';
import { dayOfMonth, longDay, localDateOf } from '../../words/dates.js';
import { answerDraft, hasDraft, moreTimeDraft } from '../parts/draft.js';
import { AnswerForm } from './answer-form.js';
import { MoreTimeForm } from './more-time-form.js';
import type { Case, Deadline, Reader } from './queries.js';

type Request = Case['information'][number];

interface AskedCardProps {
  readonly shown: Case;
  readonly request: Request;
  readonly item: Request['items'][number];
  readonly deadline: Deadline | undefined;
  /** What follows when it does not come. */
  readonly dormancy: Deadline | undefined;
  readonly reader: Reader;
  /** Says that it is done, where it is read out. */
  readonly say: (words: string) => void;
}

/** One thing that she is asked to send: with a file or a photo, in words, or later. */
export function AskedCard({ shown, request, item, deadline, dormancy, reader, say }: AskedCardProps): ReactNode {
  const { t } = useTranslation();
  const [kept, setKept] = useState(() => keptForm(shown, { request, item, deadline }));
  const [opened, setOpen] = useState<'answer' | 'more-time' | null>(null);
  const [files, setFiles] = useState<readonly File[]>([]);
  const picker = useRef<HTMLInputElement>(null);
  const title = `asked-${request.id}-${item.item}`;
  const isGiven = item.state === 'GIVEN';
  const open = isGiven || reader.isPreview ? opened : (opened ?? kept);
  const done = (words: string): void => {
    setOpen(null);
    setKept(null);
    setFiles([]);
    say(words);
  };
  return (
    <article className="card card--padded block" aria-labelledby={title}>
      <h3 id={title} dir="auto">
        {item.what}
      </h3>
      {item.state === 'RETURNED' && (
        <p>
          {t('mine.returned')} <strong dir="auto">{item.missing}</strong>
        </p>
      )}
      <Given item={item} />
      {!isGiven && <When dueOn={request.dueOn} dormancy={dormancy} />}
      <MoreTimeAsked shown={shown} deadline={deadline} />
      {!isGiven && !reader.isPreview && open === null && (
        <div className="actions">
          <input
            ref={picker}
            type="file"
            hidden
            tabIndex={-1}
            aria-label={t('mine.upload')}
            onChange={({ target }) => {
              const chosen = [...(target.files ?? [])];
              target.value = '';
              if (chosen.length === 0) return;
              setFiles(chosen);
              setOpen('answer');
            }}
          />
          <button type="button" className="ds-button" aria-describedby={title} onClick={() => picker.current?.click()}>
            <PaperclipIcon aria-hidden fontSize="1.4rem" />
            {t('mine.upload')}
          </button>
          <button
            type="button"
            className="ds-button"
            data-variant="secondary"
            aria-describedby={title}
            onClick={() => setOpen('answer')}
          >
            {t('mine.write')}
          </button>
          {deadline && !isAsked(shown, deadline) && (
            <button
              type="button"
              className="ds-button"
              data-variant="tertiary"
              aria-describedby={title}
              onClick={() => setOpen('more-time')}
            >
              {t('mine.moreTime')}
            </button>
          )}
        </div>
      )}
      {open === 'answer' && (
        <AnswerForm
          shown={shown}
          request={request.id}
          item={item}
          files={files}
          isOpened={opened !== null}
          done={() => done(t('mine.answered'))}
          cancel={() => done('')}
        />
      )}
      {open === 'more-time' && deadline && (
        <MoreTimeForm
          shown={shown}
          deadline={deadline}
          isOwnStep={false}
          done={() => done(t('mine.timeAsked'))}
          cancel={() => done('')}
        />
      )}
    </article>
  );
}

/** The form with words that she wrote and has not sent. */
function keptForm(
  { number }: Case,
  { request, item, deadline }: Pick<AskedCardProps, 'request' | 'item' | 'deadline'>,
): 'answer' | 'more-time' | null {
  if (hasDraft(answerDraft(number, request.id, item.item))) return 'answer';
  return deadline && hasDraft(moreTimeDraft(number, deadline.id)) ? 'more-time' : null;
}

function Given({ item: { given } }: Pick<AskedCardProps, 'item'>): ReactNode {
  const { t } = useTranslation();
  const now = useNow();
  const last = given.at(-1);
  if (!last) return null;
  const day = dayOfMonth(localDateOf(new Date(last.at)), now);
  return (
    <p className="soft small" dir="auto">
      {last.text ? t('mine.youGave', { day, text: last.text }) : t('mine.given', { day })}
    </p>
  );
}

function When({
  dueOn,
  dormancy,
}: {
  readonly dueOn: string | undefined;
  readonly dormancy: Deadline | undefined;
}): ReactNode {
  const { t } = useTranslation();
  const now = useNow();
  if (dueOn === undefined) return null;
  const isOver = dueOn < localDateOf(now);
  return (
    <>
      <p>{t(isOver ? 'mine.overdue' : 'mine.due', { day: longDay(dueOn, now) })}</p>
      {dormancy && <p>{t('mine.dormancy', { day: longDay(dormancy.dueOn, now) })}</p>}
    </>
  );
}

const openRequest = ({ approvals }: Case, { id }: Deadline) =>
  approvals.find((it) => it.kind === 'MORE_TIME' && it.deadline === id && !it.answer && it.lapsedAt === undefined);

const isAsked = (shown: Case, deadline: Deadline): boolean => openRequest(shown, deadline) !== undefined;

/** That she has asked for more time, and by when she is answered. */
function MoreTimeAsked({ shown, deadline }: Pick<AskedCardProps, 'shown' | 'deadline'>): ReactNode {
  const { t } = useTranslation();
  const now = useNow();
  const asked = deadline && openRequest(shown, deadline);
  if (!asked?.until) return null;
  const answer = shown.deadlines.find(({ id }) => id === `moreTime.answer:${asked.id}`);
  return (
    <p>
      {t('mine.moreTimeAsked', { until: longDay(asked.until, now) })}{' '}
      {answer && t('mine.moreTimeAnswer', { day: longDay(answer.dueOn, now) })}
    </p>
  );
}
