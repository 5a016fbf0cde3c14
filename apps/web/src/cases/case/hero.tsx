import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { TFunction } from 'i18next';
import { Hands } from '../../ui/relay/hands.js';
import type { HandsProps, Taker } from '../../ui/relay/hands.js';
import { RelayTrack } from '../../ui/relay/relay-track.js';
import type { Leg } from '../../ui/relay/relay-track.js';
import { dayOfMonth, localDateOf } from '../../words/dates.js';
import { nameBeside } from '../../words/names.js';
import type { Done } from '../command/done-strip.js';
import type { Case } from './case-query.js';
import { LapsedChoices } from '../lapsed/lapsed-choices.js';
import { NextStep } from './next-step.js';

interface HeroProps {
  readonly shown: Case;
  readonly now: Date;
  readonly onTaken: (done: Done) => void;
}

/** The case in three bands: the track, the hands, the next step. */
export function Hero({ shown, now, onTaken }: HeroProps): ReactNode {
  const { t } = useTranslation();
  const { legs, baton, closing, stateLabel } = shown;
  return (
    <section className="hero card" aria-label={t('case.now')}>
      <div className="hero__track">
        <RelayTrack legs={legs.map((leg) => legOf(leg, now, t))} />
      </div>
      {baton && <Hands {...handsOf(shown, baton, now, t)} />}
      {closing ? (
        <div className="next">
          <h2>{stateLabel}</h2>
          <p dir="auto">{closing.reason}</p>
          {closing.advice && <p dir="auto">{closing.advice}</p>}
        </div>
      ) : shown.handover?.state === 'LAPSED' ? (
        <LapsedChoices shown={shown} onTaken={onTaken} />
      ) : (
        <NextStep shown={shown} now={now} onTaken={onTaken} />
      )}
    </section>
  );
}

function legOf({ phase, state, from, to }: Case['legs'][number], now: Date, t: TFunction): Leg {
  const note = {
    DONE: from && to ? `${dayOfMonth(from, now)} – ${dayOfMonth(to, now)}` : undefined,
    NOW: from && t('relay.since', { day: dayOfMonth(from, now) }),
    SKIPPED: t('relay.skipped'),
    DECIDED: t('relay.decided'),
    AHEAD: undefined,
  }[state];
  return { name: t(`phase.${phase}`), state, note };
}

/** A handover that is over for good shows nobody who is to take over; nor does a transfer that came back when the case got a new owner since. */
export function handsOf(
  shown: Pick<Case, 'deputy' | 'handover' | 'state'>,
  baton: NonNullable<Case['baton']>,
  now: Date,
  t: TFunction,
): HandsProps {
  const { deputy, handover, state } = shown;
  const isLeft = handover?.purpose === 'TRANSFER' && handover.endedAt !== null && handover.endedAt < baton.since;
  const isOpen = handover && !isLeft && !['ACCEPTED', 'WITHDRAWN'].includes(handover.state);
  const direction =
    handover?.state === 'DRAFT'
      ? 'draft'
      : ['RETURNED', 'DECLINED', 'LAPSED'].includes(handover?.state ?? '')
        ? 'back'
        : 'sent';
  return {
    holder: {
      unit: baton.unitName,
      person: t('relay.personSince', {
        name: nameBeside(baton.unitName, baton.personName),
        day: dayOfMonth(baton.since, now),
      }),
      note: deputy ? t('relay.deputy', { name: nameBeside(baton.unitName, deputy.name) }) : undefined,
    },
    takers: isOpen ? handover.receivers.map((receiver) => takerOf(receiver, now, t, handover.sentAt !== null)) : [],
    direction,
    between: handover ? betweenOf(handover, now, t) : '',
    isPaused: state === 'SUSPENDED',
  };
}

function betweenOf(
  { state, sentAt, firstSentAt, endedAt, ageWorkingDays }: NonNullable<Case['handover']>,
  now: Date,
  t: TFunction,
): string {
  switch (state) {
    case 'DRAFT':
      return t('handover.draft');
    case 'RETURNED':
      return t('handover.returned', { day: dayOfMonth(endedAt ?? '', now) });
    case 'DECLINED':
      return t('handover.declined', { day: dayOfMonth(endedAt ?? '', now) });
    case 'LAPSED':
      return t('handover.lapsed');
    default:
      if (sentAt && firstSentAt && localDateOf(new Date(firstSentAt)) < localDateOf(new Date(sentAt)))
        return t('handover.sentAgain', {
          day: dayOfMonth(sentAt, now),
          first: dayOfMonth(firstSentAt, now),
          count: ageWorkingDays,
        });
      return t('handover.sent', { day: dayOfMonth(sentAt ?? '', now), count: ageWorkingDays });
  }
}

/** What a receiver has said; nobody is asked by a draft. */
export function takerOf(
  receiver: NonNullable<Case['handover']>['receivers'][number],
  now: Date,
  t: TFunction,
  isSent = true,
): Taker {
  const { unitName, personName, state, at, conditions, reason, away } = receiver;
  const said = [
    state === 'WAITING'
      ? isSent && t('handover.waiting')
      : t(`handover.said.${state}`, { day: at ? dayOfMonth(at, now) : '' }),
    ...(conditions ? [t('handover.conditions', { conditions })] : []),
    ...(reason ? [`«${reason}»`] : []),
    ...(away ? [t('handover.away')] : []),
  ];
  return { unit: unitName, person: nameBeside(unitName, personName), said: said.filter(Boolean).join(' ') };
}
