import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { answerOf, api } from '../api/client.js';
import type { Schemas } from '../api/client.js';
import { useNow } from '../api/clock.js';
import { AsyncView } from '../ui/async-view.js';
import { FilterChoice } from '../ui/list-filter.js';
import { shortDay, timeOfDay } from '../words/dates.js';
import '../ui/in-place.css';
import './mailbox.css';

const route = getRouteApi('/postkasse');
const OFTEN_MS = 10_000;

/** The demonstration's mailbox: what would have been sent, as it was received, address by address. */
export function MailboxPage(): ReactNode {
  const { t } = useTranslation();
  const { til, brev } = route.useSearch();
  const navigate = route.useNavigate();
  const mailbox = useQuery({
    queryKey: ['mailbox'],
    queryFn: async () => (await answerOf(api.GET('/api/v1/demo/mailbox'))).items,
    refetchInterval: OFTEN_MS,
  });
  return (
    <>
      <div className="page-head">
        <h1>{t('mailbox.title')}</h1>
        <p className="lead">{t('mailbox.lead')}</p>
        <p className="small">
          {t('mailbox.caseLetters')}: <Link to="/admin/brev">{t('mailbox.toLetters')}</Link>
        </p>
      </div>
      <AsyncView query={mailbox}>
        {(all) =>
          all.length === 0 ? (
            <p>{t('mailbox.none')}</p>
          ) : (
            <>
              <form className="list-filter" role="search" aria-label={t('mailbox.address')}>
                <FilterChoice
                  label={t('mailbox.address')}
                  value={til}
                  choices={[...new Set(all.map(({ to }) => to))].sort().map((to) => [to, to])}
                  onChange={(to) => void navigate({ search: to ? { til: to } : {}, replace: true })}
                />
              </form>
              <ul className="card lines" aria-label={t('mailbox.letters')}>
                {all
                  .filter(({ to }) => til === undefined || to === til)
                  .map((mail) => (
                    <MailRow key={mail.id} mail={mail} til={til} isOpen={mail.id === brev} />
                  ))}
              </ul>
            </>
          )
        }
      </AsyncView>
    </>
  );
}

interface MailRowProps {
  readonly mail: Schemas['Mailbox']['items'][number];
  readonly til: string | undefined;
  readonly isOpen: boolean;
}

function MailRow({ mail: { id, to, at, subject }, til, isOpen }: MailRowProps): ReactNode {
  const { t } = useTranslation();
  const now = useNow();
  return (
    <li>
      <h2 className="row-title">
        <Link
          to="/postkasse"
          search={{ ...(til !== undefined && { til }), ...(!isOpen && { brev: id }) }}
          aria-expanded={isOpen}
        >
          {subject}
        </Link>
      </h2>
      <p className="soft small break">
        {to} · {t('mailbox.at', { day: shortDay(at, now), time: timeOfDay(at) })}
      </p>
      {isOpen && <Mail id={id} />}
    </li>
  );
}

function Mail({ id }: { readonly id: string }): ReactNode {
  const { t } = useTranslation();
  const mail = useQuery({
    queryKey: ['mailbox', id],
    queryFn: () => answerOf(api.GET('/api/v1/demo/mailbox/{id}', { params: { path: { id } } })),
  });
  return (
    <AsyncView query={mail}>
      {({ from, text }) => (
        <article className="mail">
          <p className="soft small">{t('mailbox.from', { from })}</p>
          <p className="mail__text">{withLinks(text)}</p>
        </article>
      )}
    </AsyncView>
  );
}

const LINK = /(https?:\/\/[^\s<>"]+)/;

/** The text, with what is an address of this installation as a link. */
const withLinks = (text: string): ReactNode[] =>
  text.split(LINK).map((part, at) =>
    LINK.test(part) ? (
      <a key={at} href={part}>
        {part}
      </a>
    ) : (
      part
    ),
  );
