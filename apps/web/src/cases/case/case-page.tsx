import { Tag } from '@digdir/designsystemet-react';
import { ExclamationmarkTriangleIcon } from '@navikt/aksel-icons';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link, Outlet, useMatchRoute, useRouterState } from '@tanstack/react-router';
import { useEffect, useRef } from 'react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { TFunction } from 'i18next';
import { useNow } from '../../api/clock.js';
import { AsyncView } from '../../ui/async-view.js';
import { usePhone } from '../../ui/use-phone.js';
import { dayOfMonth } from '../../words/dates.js';
import { matterOf } from '../../words/names.js';
import { DoneStrip, useDone } from '../command/done-strip.js';
import { caseQuery } from './case-query.js';
import type { Case } from './case-query.js';
import { Hero } from './hero.js';
import './case.css';

const route = getRouteApi('/saker/$number');

/** A case: where it is, who has it, what is next; below, a tab for each thing one may look up. */
export function CasePage(): ReactNode {
  const { number } = route.useParams();
  const query = useQuery(caseQuery(number));
  return (
    <AsyncView query={query} title={number}>
      {(found) => <ShownCase key={found.id} shown={found} />}
    </AsyncView>
  );
}

function ShownCase({ shown }: { readonly shown: Case }): ReactNode {
  const now = useNow();
  const { done, setDone } = useDone();
  const { t } = useTranslation();
  const isOverview = useMatchRoute()({ to: '/saker/$number', params: { number: shown.number } }) !== false;
  // On a phone what a tab has comes first; where the case stands is one line above it.
  const isFolded = usePhone() && !isOverview;
  return (
    <>
      <Head shown={shown} now={now} />
      <DoneStrip done={done} onUndone={() => setDone(undefined)} />
      {isFolded ? (
        <details className="hero-fold card">
          <summary>{foldedWords(shown, t)}</summary>
          <Hero shown={shown} now={now} onTaken={setDone} />
        </details>
      ) : (
        <Hero shown={shown} now={now} onTaken={setDone} />
      )}
      <Tabs shown={shown} />
      <Outlet />
    </>
  );
}

const foldedWords = ({ baton, next: [step], stateLabel }: Case, t: TFunction): string =>
  [
    baton ? t('relayPages.has', { unit: baton.unitName }) : stateLabel,
    step && t('relayPages.nextIs', { step: matterOf(step) }),
  ]
    .filter(Boolean)
    .join(' ');

function Head({ shown, now }: { readonly shown: Case; readonly now: Date }): ReactNode {
  const { t } = useTranslation();
  const { title, number, organisation, unitName, openedAt, stateLabel, state, stuck, waitingForLabel } = shown;
  const facts = [
    organisation?.name,
    unitName,
    t('case.opened', { day: dayOfMonth(openedAt, now) }),
    waitingForLabel && t('case.waitingFor', { whom: waitingForLabel.toLowerCase() }),
  ];
  return (
    <div className="case-head">
      <p className="small soft">
        <Link to="/saker">{t('shell.cases')}</Link> / {number}
      </p>
      <div className="case-head__title">
        <h1>{title}</h1>
        {stuck.is && (
          <Tag data-color="danger" data-size="sm">
            <ExclamationmarkTriangleIcon aria-hidden /> {t('case.stuck')}
          </Tag>
        )}
        {state !== 'OPEN' && (
          <Tag data-color="neutral" data-size="sm">
            {stateLabel}
          </Tag>
        )}
      </div>
      <p className="soft">{facts.filter(Boolean).join(' · ')}</p>
    </div>
  );
}

/** What is asked and not answered, and meetings to come. */
const openAskedIn = ({ questions, information, meetings, approvals }: Case): number =>
  questions.filter(({ answer }) => !answer).length +
  information.filter(({ open }) => open).length +
  meetings.filter(({ state }) => state === 'PLANNED').length +
  approvals.filter(({ answer, lapsedAt }) => !answer && !lapsedAt).length;

/** Tabs are addresses, so they are links. */
function Tabs({ shown }: { readonly shown: Case }): ReactNode {
  const { t } = useTranslation();
  const { number, checklist, documents, unread, parties } = shown;
  const open = openAskedIn(shown);
  const place = useRef<HTMLElement>(null);
  const address = useRouterState({ select: ({ location }) => location.pathname });
  // Tabs that do not fit are scrolled to; the page itself stays where it is.
  useEffect(() => {
    const chosen = place.current?.querySelector<HTMLElement>('[aria-current]');
    if (place.current && chosen) place.current.scrollLeft = chosen.offsetLeft - place.current.offsetLeft;
  }, [address]);
  const done = checklist.filter(({ state }) => state !== 'OPEN').length;
  const tabs = [
    { to: '/saker/$number', words: 'case.tab.overview', note: '' },
    { to: '/saker/$number/tidslinje', words: 'case.tab.timeline', note: '' },
    {
      to: '/saker/$number/sjekkliste',
      words: 'case.tab.checklist',
      note: t('case.ofAll', { done, all: checklist.length }),
    },
    { to: '/saker/$number/sporsmal', words: 'asked.tab', note: open > 0 ? String(open) : '' },
    {
      to: '/saker/$number/meldinger',
      words: 'case.tab.messages',
      note: unread && unread.messages > 0 ? t('case.unread', { count: unread.messages }) : '',
    },
    {
      to: '/saker/$number/dokumenter',
      words: 'case.tab.documents',
      note: documents.count > 0 ? String(documents.count) : '',
    },
    { to: '/saker/$number/opplysninger', words: 'case.tab.facts', note: '' },
    { to: '/saker/$number/parter', words: 'case.tab.parties', note: parties.length > 0 ? String(parties.length) : '' },
  ] as const;
  return (
    <nav className="tabs" aria-label={t('case.tabs')} ref={place}>
      {tabs.map(({ to, words, note }) => (
        <Link key={to} to={to} params={{ number }} activeOptions={{ exact: true }} resetScroll={false}>
          {t(words)} {note && <span className="tabs__note">{note}</span>}
        </Link>
      ))}
    </nav>
  );
}
