import { Button } from '@digdir/designsystemet-react';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { answerOf, api, Refused } from '../api/client.js';
import type { Schemas } from '../api/client.js';
import { useClock, useNow } from '../api/clock.js';
import { AsyncView } from '../ui/async-view.js';
import { longDay, shortDay, timeOfDay } from '../words/dates.js';
import { numberWord } from '../words/numbers.js';

const OFTEN_MS = 30_000;

/** Health in plain words: the cases, the parts, the letters, the clock. */
export function OperationsPage(): ReactNode {
  const { t } = useTranslation();
  const figures = useQuery({
    queryKey: ['operations'],
    queryFn: () => answerOf(api.GET('/api/v1/operations')),
    refetchInterval: OFTEN_MS,
  });
  const health = useQuery({ queryKey: ['health'], queryFn: readHealth, refetchInterval: OFTEN_MS });
  return (
    <>
      <h2>{t('admin.place.operations')}</h2>
      <p className="lead soft">{t('operations.lead')}</p>
      <AsyncView query={figures}>{(data) => <Cases figures={data} />}</AsyncView>
      <AsyncView query={health}>{(data) => <Parts health={data} />}</AsyncView>
      <ClockSection />
      <AsyncView query={figures}>{(data) => <Letters figures={data} />}</AsyncView>
      <div className="block">
        <Button
          variant="secondary"
          aria-busy={health.isFetching}
          onClick={() => {
            void health.refetch();
            void figures.refetch();
          }}
        >
          {t('operations.again')}
        </Button>
      </div>
    </>
  );
}

/** 503 has the same body as 200: it says which part is down. */
async function readHealth(): Promise<Schemas['Ready']> {
  const { data, error } = await api.GET('/api/v1/health/ready');
  if (data) return data;
  if ('checks' in error) return error as unknown as Schemas['Ready'];
  throw new Refused(error);
}

interface WithFigures {
  readonly figures: Schemas['Operations'];
}

function Cases({ figures: { cases } }: WithFigures): ReactNode {
  const { t } = useTranslation();
  const now = useNow();
  const healthy = cases.open - cases.halted.length;
  const halted = cases.halted.length;
  return (
    <section className="block" aria-labelledby="cases">
      <h3 id="cases" className={halted > 0 ? 'late' : undefined}>
        {t('operations.healthy', { count: healthy, number: numberWord(healthy) })}{' '}
        {halted === 0
          ? t('operations.noneHalted')
          : t('operations.halted', { count: halted, number: numberWord(halted) })}
      </h3>
      <p className="soft">{t('operations.closed', { count: cases.closed })}</p>
      {halted > 0 && (
        <>
          <p className="lead">{t('operations.haltedLead')}</p>
          <ul className="card lines" aria-label={t('operations.haltedTitle')}>
            {cases.halted.map(({ number, since }) => (
              <li key={number}>
                {t('operations.haltedRow', { number, day: shortDay(since, now), time: timeOfDay(since) })}
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  );
}

const PARTS = ['postgres', 'temporal', 'worker', 'history', 'clock'] as const;

function Parts({ health }: { readonly health: Schemas['Ready'] }): ReactNode {
  const { t } = useTranslation();
  return (
    <section className="block" aria-labelledby="parts">
      <h3 id="parts">{t('operations.parts')}</h3>
      <p role="status">{t(`operations.all.${health.status}`)}</p>
      <dl className="facts card card--padded">
        {PARTS.flatMap((part) => {
          const check = health.checks[part];
          if (!check) return [];
          return [
            <dt key={part}>{t(`operations.part.${part}`)}</dt>,
            <dd key={`${part}.state`} className={check.status === 'ok' ? undefined : 'late'}>
              {t(`operations.state.${check.status}`)}
              {check.detail && <span className="table__below">{check.detail}</span>}
            </dd>,
          ];
        })}
      </dl>
    </section>
  );
}

function ClockSection(): ReactNode {
  const { t } = useTranslation();
  const now = useNow();
  const { speed } = useClock();
  const at = now.toISOString();
  return (
    <section className="block" aria-labelledby="clock">
      <h3 id="clock">{t('operations.clock')}</h3>
      <p>
        {t('operations.clockNow', { day: longDay(at, now), time: timeOfDay(at) })}{' '}
        {speed === 1 ? t('operations.clockReal') : t('operations.clockFast', { speed })}
      </p>
    </section>
  );
}

const STATES = ['WAITING', 'SENT', 'MERGED', 'DROPPED', 'FAILED', 'HELD'] as const;

function Letters({ figures: { letters, oldestWaitingLetter } }: WithFigures): ReactNode {
  const { t } = useTranslation();
  const now = useNow();
  const counted = STATES.map((status) => [status, letters[status] ?? 0] as const).filter(([, count]) => count > 0);
  return (
    <section className="block" aria-labelledby="letters">
      <h3 id="letters">{t('operations.letters')}</h3>
      {counted.length === 0 ? (
        <p>{t('admin.none')}</p>
      ) : (
        <dl className="facts card card--padded">
          {counted.flatMap(([status, count]) => [
            <dt key={status}>{t(`letters.states.${status}`)}</dt>,
            <dd key={`${status}.count`}>{count}</dd>,
          ])}
        </dl>
      )}
      {oldestWaitingLetter && (
        <p className="soft">{t('operations.oldest', { day: longDay(oldestWaitingLetter, now) })}</p>
      )}
    </section>
  );
}
