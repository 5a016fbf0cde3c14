import { Button } from '@digdir/designsystemet-react';
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useMe } from '../access/me.js';
import { answerOf, api } from '../api/client.js';
import type { Schemas } from '../api/client.js';
import { useClock, useNow } from '../api/clock.js';
import { AsyncView } from '../ui/async-view.js';
import { FilterChoice } from '../ui/list-filter.js';
import { shortDay } from '../words/dates.js';
import { LETTER_STATES } from './letter-filter.js';

const route = getRouteApi('/admin/brev');

/** Letters of the cases that the reader may see; administrators also see how many stand where. */
export function LettersPage(): ReactNode {
  const { t } = useTranslation();
  const { tilstand } = route.useSearch();
  const navigate = route.useNavigate();
  const isAdmin = useMe().roles.includes('admin');
  const { isDemonstration } = useClock();
  const letters = useInfiniteQuery({
    queryKey: ['letters', tilstand],
    initialPageParam: undefined as string | undefined,
    queryFn: ({ pageParam: cursor }) =>
      answerOf(
        api.GET('/api/v1/letters', {
          params: {
            query: { limit: '50', ...(tilstand && { status: tilstand }), ...(cursor !== undefined && { cursor }) },
          },
        }),
      ),
    getNextPageParam: ({ next }) => next ?? undefined,
  });
  return (
    <>
      <h2>{t('admin.place.letters')}</h2>
      <p className="lead soft">{t('letters.lead')}</p>
      {isDemonstration && (
        <p>
          <Link to="/postkasse">{t('letters.toMailbox')}</Link>
        </p>
      )}
      {isAdmin && <Counts />}
      <form className="list-filter" role="search" aria-label={t('letters.status')}>
        <FilterChoice
          label={t('letters.status')}
          value={tilstand}
          choices={LETTER_STATES.map((state) => [state, t(`letters.states.${state}`)])}
          onChange={(state) =>
            void navigate({ search: state ? { tilstand: state as (typeof LETTER_STATES)[number] } : {}, replace: true })
          }
        />
      </form>
      <AsyncView query={letters}>
        {({ pages }) => {
          const all = pages.flatMap(({ items }) => items);
          return all.length === 0 ? (
            <p>{t('letters.noneMine')}</p>
          ) : (
            <>
              <ul className="card lines">
                {all.map((letter) => (
                  <LetterRow key={letter.id} letter={letter} />
                ))}
              </ul>
              {letters.hasNextPage && (
                <Button
                  variant="secondary"
                  aria-busy={letters.isFetchingNextPage}
                  onClick={() => void letters.fetchNextPage()}
                >
                  {t('admin.more')}
                </Button>
              )}
            </>
          );
        }}
      </AsyncView>
    </>
  );
}

function Counts(): ReactNode {
  const { t } = useTranslation();
  const figures = useQuery({
    queryKey: ['operations'],
    queryFn: () => answerOf(api.GET('/api/v1/operations')),
  });
  return (
    <section aria-labelledby="counts">
      <h3 id="counts">{t('letters.counts')}</h3>
      <AsyncView query={figures}>
        {({ letters }) => (
          <dl className="facts card card--padded">
            {LETTER_STATES.filter((state) => (letters[state] ?? 0) > 0 || state === 'WAITING').flatMap((state) => [
              <dt key={state}>{t(`letters.states.${state}`)}</dt>,
              <dd key={`${state}.count`}>{letters[state]}</dd>,
            ])}
          </dl>
        )}
      </AsyncView>
    </section>
  );
}

function LetterRow({ letter }: { readonly letter: Schemas['Letter'] }): ReactNode {
  const { t } = useTranslation();
  const now = useNow();
  const { subject, about, to, status, notBefore, sentAt, language } = letter;
  const when = sentAt
    ? `${t('letters.sentOn')} ${shortDay(sentAt, now)}`
    : `${t('letters.when')} ${shortDay(notBefore, now)}`;
  return (
    <li>
      <h3>{subject}</h3>
      <p>
        {t('letters.to')} {to?.name ?? t('letters.unknownReceiver')} ·{' '}
        <Link to="/saker/$number" params={{ number: about.number }}>
          {about.number} {about.title}
        </Link>
      </p>
      <p className="soft small">
        {t(`letters.states.${status}`)} · {when} ·{' '}
        {language === 'en' ? t('letters.languages.en') : t('letters.languages.nb')}
      </p>
    </li>
  );
}
