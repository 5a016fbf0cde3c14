import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { answerOf, api } from '../../api/client.js';
import type { Schemas } from '../../api/client.js';
import { AsyncView } from '../../ui/async-view.js';
import { DatesAhead } from './dates-ahead.js';
import './units-overview.css';

type Overview = Schemas['Overview'];
type Leg = Overview['legs'][number];

/** The relay in the reader's units: how many cases are in each phase, and what comes in the next three months. */
export function UnitsOverview({ now }: { readonly now: Date }): ReactNode {
  const query = useQuery({ queryKey: ['overview'], queryFn: () => answerOf(api.GET('/api/v1/overview')) });
  return (
    <AsyncView query={query}>
      {(overview) => (
        <>
          <Legs overview={overview} />
          <DatesAhead overview={overview} now={now} />
        </>
      )}
    </AsyncView>
  );
}

function Legs({ overview: { units, legs } }: { readonly overview: Overview }): ReactNode {
  const { t } = useTranslation();
  const [first, ...others] = units;
  const all = legs.reduce((sum, { open }) => sum + open, 0);
  const name = others.length === 0 ? first?.name : undefined;
  return (
    <section className="section" aria-labelledby="legs">
      <div className="section__head">
        <h2 id="legs">
          {name ? t('overview.relayIn', { unit: name }) : t('overview.relay')}{' '}
          <span className="section__count">{t('overview.open', { count: all })}</span>
        </h2>
        <Link to="/saker">{t('overview.allCases')}</Link>
      </div>
      <ol className="legs">
        {legs.map((leg) => (
          <LegBox key={leg.phase} leg={leg} />
        ))}
      </ol>
    </section>
  );
}

/** Words say what the bars show: each case is a part of the bar, up to what there is room for. */
function LegBox({ leg: { phase, open, suspended, stuck } }: { readonly leg: Leg }): ReactNode {
  const { t } = useTranslation();
  const parts = [
    { kind: 'stuck', count: stuck },
    { kind: 'waits', count: suspended },
    { kind: 'runs', count: open - stuck - suspended },
  ];
  return (
    <li className="legs__leg">
      <span className="legs__bar" aria-hidden>
        {parts.map(
          ({ kind, count }) =>
            count > 0 && (
              <span key={kind} className={`legs__part legs__part--${kind}`} data-count={Math.min(count, 9)} />
            ),
        )}
      </span>
      {open > 0 ? (
        <Link to="/saker" search={{ fase: phase }} className="quiet">
          {t(`phase.${phase}`)}
        </Link>
      ) : (
        <span>{t(`phase.${phase}`)}</span>
      )}
      <span className="small soft">{t('overview.cases', { count: open })}</span>
      {stuck > 0 && <strong className="small late">{t('overview.stuck', { count: stuck })}</strong>}
      {suspended > 0 && <span className="small soft">{t('overview.suspended', { count: suspended })}</span>}
    </li>
  );
}
