import { useQuery } from '@tanstack/react-query';
import i18next from 'i18next';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useNow } from '../../api/clock.js';
import { longDay } from '../../words/dates.js';
import { Closing } from '../parts/closing.js';
import { RelayMarks } from '../parts/relay-marks.js';
import { answerDayQuery } from './queries.js';
import type { Case } from './queries.js';

/** Where the case is, who answers for it, and by when somebody else does. */
export function Whereabouts({ shown }: { readonly shown: Case }): ReactNode {
  const { t } = useTranslation();
  const { baton, phase, legs, unitName, stateLabel } = shown;
  const isClosed = shown.closedAt !== undefined;
  return (
    <section className={`where${isClosed ? ' where--closed' : ''}`} aria-labelledby="where">
      <RelayMarks phase={phase} states={legs.map(({ state }) => state)} hasBaton={baton !== null} />
      <h2 id="where">{isClosed ? t('mine.closed') : t('mine.has', { unit: baton?.unitName ?? unitName })}</h2>
      {isClosed ? <Ended shown={shown} stateLabel={stateLabel} /> : <UnderWay shown={shown} />}
    </section>
  );
}

function UnderWay({ shown }: { readonly shown: Case }): ReactNode {
  const { t } = useTranslation();
  const { baton, handover, state } = shown;
  const isSent = handover?.state === 'SENT' || handover?.state === 'ACKNOWLEDGED';
  if (isSent) return <HandoverUnderWay shown={shown} handoverId={handover.id} />;
  return (
    <>
      {state === 'SUSPENDED' && <p>{t('mine.suspended')}</p>}
      {baton && <p>{t('mine.responsible', { name: baton.personName })}</p>}
    </>
  );
}

function HandoverUnderWay({ shown, handoverId }: { readonly shown: Case; readonly handoverId: string }): ReactNode {
  const { t } = useTranslation();
  const now = useNow();
  const { data: answerOn } = useQuery(answerDayQuery(shown.id, handoverId));
  const waiting = shown.handover?.receivers.filter(({ state }) => state !== 'ACCEPTED') ?? [];
  const units = [...new Set(waiting.map(({ unitName }) => unitName))];
  const receivers = new Intl.ListFormat(i18next.language).format(units);
  const name = shown.baton?.personName ?? shown.owner.name;
  return (
    <p>
      {answerOn
        ? t('mine.sent', { receivers, name, day: longDay(answerOn, now) })
        : t('mine.sentNoDay', { receivers, name })}
    </p>
  );
}

function Ended({ shown, stateLabel }: { readonly shown: Case; readonly stateLabel: string }): ReactNode {
  const { t } = useTranslation();
  const now = useNow();
  const { closing, closedAt, deadlines } = shown;
  // Only an individual decision gives a right to complain.
  const complaint = deadlines.find(({ kind, state }) => kind === 'complaint.right' && state === 'OPEN');
  return (
    <>
      <p>
        {stateLabel}
        {closedAt && ` ${longDay(closedAt, now)}`}
      </p>
      {closing && <Closing closing={closing} />}
      {complaint && <p>{t('mine.complaint', { day: longDay(complaint.dueOn, now) })}</p>}
    </>
  );
}
