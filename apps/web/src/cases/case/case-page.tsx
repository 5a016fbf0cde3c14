import { Tag } from '@digdir/designsystemet-react';
import { ExclamationmarkTriangleIcon } from '@navikt/aksel-icons';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link, Outlet } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useNow } from '../../api/clock.js';
import { AsyncView } from '../../ui/async-view.js';
import { dayOfMonth } from '../../words/dates.js';
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
  return <AsyncView query={query}>{(found) => <ShownCase key={found.id} shown={found} />}</AsyncView>;
}

function ShownCase({ shown }: { readonly shown: Case }): ReactNode {
  const now = useNow();
  const { done, setDone } = useDone();
  return (
    <>
      <Head shown={shown} now={now} />
      <DoneStrip done={done} onUndone={() => setDone(undefined)} />
      <Hero shown={shown} now={now} onTaken={setDone} />
      <Tabs shown={shown} />
      <Outlet />
    </>
  );
}

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

/** Tabs are addresses, so they are links. */
function Tabs({ shown }: { readonly shown: Case }): ReactNode {
  const { t } = useTranslation();
  const { number, checklist, documents, unread, parties } = shown;
  const done = checklist.filter(({ state }) => state !== 'OPEN').length;
  const tabs = [
    { to: '/saker/$number', words: 'case.tab.overview', note: '' },
    { to: '/saker/$number/tidslinje', words: 'case.tab.timeline', note: '' },
    {
      to: '/saker/$number/sjekkliste',
      words: 'case.tab.checklist',
      note: t('case.ofAll', { done, all: checklist.length }),
    },
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
    <nav className="tabs" aria-label={t('case.tabs')}>
      {tabs.map(({ to, words, note }) => (
        <Link key={to} to={to} params={{ number }} activeOptions={{ exact: true }} resetScroll={false}>
          {t(words)} {note && <span className="tabs__note">{note}</span>}
        </Link>
      ))}
    </nav>
  );
}
