import { Link } from '@tanstack/react-router';
import { lazy, Suspense } from 'react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Done } from '../command/done-strip.js';
import { TroubleRow, StuckRow } from './trouble-row.js';
import { troublesOf } from './troubles.js';
import type { Managing } from './troubles.js';
import { UncoveredRow } from './uncovered-row.js';

const UnitsOverview = lazy(async () => ({ default: (await import('./units-overview.js')).UnitsOverview }));

interface ManagerSectionsProps {
  readonly managing: Managing;
  readonly now: Date;
  readonly onTaken: (done: Done) => void;
}

/** What a manager was told of, what is stuck with others, who is away without a substitute, and how the units stand. */
export function ManagerSections({ managing, now, onTaken }: ManagerSectionsProps): ReactNode {
  const { t } = useTranslation();
  const { told, elsewhere } = troublesOf(managing);
  const { uncovered } = managing;
  return (
    <>
      {told.length > 0 && (
        <Section id="escalated" title={t('manager.escalated')} count={told.length} more={managing.moreEscalated}>
          {told.map((trouble) => (
            <TroubleRow key={trouble.collaboration.id} trouble={trouble} now={now} onTaken={onTaken} />
          ))}
        </Section>
      )}
      {elsewhere.length > 0 && (
        <Section id="stuck" title={t('manager.stuck')} count={elsewhere.length} more={managing.moreStuck}>
          {elsewhere.map((row) => (
            <StuckRow key={row.collaboration.id} row={row} onTaken={onTaken} />
          ))}
        </Section>
      )}
      {managing.stuck.length === 0 && <p className="section">{t('manager.noneStuck')}</p>}
      {uncovered.length > 0 && (
        <Section id="uncovered" title={t('manager.uncovered')} count={uncovered.length}>
          {uncovered.map((row) => (
            <UncoveredRow key={row.person.id} uncovered={row} now={now} />
          ))}
        </Section>
      )}
      <Suspense>
        <UnitsOverview now={now} />
      </Suspense>
    </>
  );
}

interface SectionProps {
  readonly id: string;
  readonly title: string;
  readonly count: number;
  /** Not all are shown. */
  readonly more?: boolean;
  readonly children: ReactNode;
}

function Section({ id, title, count, more = false, children }: SectionProps): ReactNode {
  const { t } = useTranslation();
  return (
    <section className="section" aria-labelledby={id}>
      <div className="section__head">
        <h2 id={id}>
          {title}{' '}
          <span className="section__count">
            {count}
            {more && '+'}
          </span>
        </h2>
        {id !== 'uncovered' && (
          <Link to="/saker" search={{ fast: true }}>
            {t('manager.allStuck')}
          </Link>
        )}
      </div>
      <ul className="card">{children}</ul>
    </section>
  );
}
