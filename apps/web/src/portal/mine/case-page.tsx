import { useQuery } from '@tanstack/react-query';
import { useEffect } from 'react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useNow } from '../../api/clock.js';
import { longDay } from '../../words/dates.js';
import { AnswerView } from '../parts/answer-view.js';
import { ContactCard } from '../parts/contact-card.js';
import { PromiseList } from '../parts/promise-list.js';
import type { ShownPromise } from '../parts/promise-list.js';
import { Documents } from './documents.js';
import { History } from './history.js';
import { Messages } from './messages.js';
import { caseQuery, deadlinesQuery, idQuery } from './queries.js';
import type { Case, Deadline, Reader } from './queries.js';
import { SignedIn } from './signed-in.js';
import { useLive } from './use-live.js';
import { WaitingForYou } from './waiting-for-you.js';
import { Whereabouts } from './whereabouts.js';
import './case.css';

/** The entrepreneur's page of a case: where it is, what waits for her, whom to call, what was promised, what happened. */
export function CasePage({ number }: { readonly number: string }): ReactNode {
  return <SignedIn>{({ staff }) => <CaseByNumber number={number} reader={{ isPreview: staff }} />}</SignedIn>;
}

function CaseByNumber({ number, reader }: { readonly number: string; readonly reader: Reader }): ReactNode {
  const id = useQuery(idQuery(number));
  return <AnswerView query={id}>{(found) => <CaseById id={found} reader={reader} />}</AnswerView>;
}

function CaseById({ id, reader }: { readonly id: string; readonly reader: Reader }): ReactNode {
  const query = useQuery(caseQuery(id, reader));
  useLive(id);
  return <AnswerView query={query}>{(shown) => <ShownCase shown={shown} reader={reader} />}</AnswerView>;
}

function ShownCase({ shown, reader }: { readonly shown: Case; readonly reader: Reader }): ReactNode {
  const { t } = useTranslation();
  const { organisation, title, contact, unit, unitName } = shown;
  const { away } = contact as Case['owner'];
  useEffect(() => {
    document.title = title;
  }, [title]);
  const standIn = away?.standIn ?? undefined;
  const takesMessages = shown.closedAt === undefined && !reader.isPreview;
  return (
    <>
      {reader.isPreview && <p className="preview-note">{t('mine.preview')}</p>}
      <div className="block">
        <p className="soft small">{organisation?.name}</p>
        <h1 dir="auto">{title}</h1>
      </div>
      <Whereabouts shown={shown} />
      <WaitingForYou shown={shown} reader={reader} />
      <ContactCard
        title={t('mine.contact')}
        contact={contact}
        {...(contact.unit === unit && { unit: unitName })}
        note={standIn && t('mine.away', { name: contact.name, standIn: standIn.name })}
      >
        {takesMessages && (
          <a className="ds-button" data-variant="secondary" href="#message">
            {t('mine.writeMessage')}
          </a>
        )}
      </ContactCard>
      <NextMeeting meetings={shown.meetings} />
      <Promises shown={shown} />
      <History id={shown.id} reader={reader} />
      <Documents id={shown.id} />
      <Messages shown={shown} reader={reader} />
    </>
  );
}

function NextMeeting({ meetings }: Pick<Case, 'meetings'>): ReactNode {
  const { t } = useTranslation();
  const now = useNow();
  const [next] = meetings.filter(({ state }) => state === 'PLANNED').sort((a, b) => a.on.localeCompare(b.on));
  if (!next) return null;
  const day = longDay(next.on, now);
  return (
    <section className="block" aria-labelledby="meeting">
      <h2 id="meeting">{t('mine.meeting')}</h2>
      <p>
        <strong>{next.label}</strong>
        <span className="block-line">
          {next.at ? t('mine.meetingAt', { day, time: next.at.replace(':', '.') }) : day}
          {next.place && `, ${next.place}`}
        </span>
      </p>
      <ul className="plain-list">
        {next.agenda.map((point) => (
          <li key={point} dir="auto">
            {point}
          </li>
        ))}
      </ul>
    </section>
  );
}

function Promises({ shown }: { readonly shown: Case }): ReactNode {
  const { data: deadlines = [] } = useQuery(deadlinesQuery(shown.id));
  const { t } = useTranslation();
  // What was agreed in a meeting is called as it was said there.
  const agreed = new Map(shown.meetings.flatMap(({ nextSteps }) => nextSteps.map((it) => [it.deadline, it.what])));
  const promises = deadlines.flatMap((deadline) => {
    const what = agreed.get(deadline.id);
    return promiseOf(deadline, what === undefined ? undefined : t('mine.agreed', { what }));
  });
  return <PromiseList promises={promises} contact={shown.contact} />;
}

function promiseOf({ promise, state, dueOn, metAt }: Deadline, agreed: string | undefined): ShownPromise[] {
  if (!promise || state === 'CANCELLED') return [];
  const { text, ...stands } = promise;
  return [{ ...stands, label: agreed ?? text, dueOn, ...(metAt !== undefined && { metAt }) }];
}
