import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { answerOf, api } from '../../api/client.js';
import type { Schemas } from '../../api/client.js';
import { useMe } from '../../access/me.js';
import { useNow } from '../../api/clock.js';
import { AsyncView } from '../../ui/async-view.js';
import { Hands } from '../../ui/relay/hands.js';
import { longDay, shortDay } from '../../words/dates.js';
import { nameBeside } from '../../words/names.js';
import { caseQuery } from '../case/case-query.js';
import type { Case } from '../case/case-query.js';
import { handsOf, takerOf } from '../case/hero.js';
import { AnswerPanel } from './answer-panel.js';
import './handover.css';

type Handover = Schemas['HandoverDetail'];

const route = getRouteApi('/saker/$number/overlevering/$handover');

/** A handover as both sides see it; whoever is to answer has the panel. */
export function AnswerPage(): ReactNode {
  const { number } = route.useParams();
  const query = useQuery(caseQuery(number));
  return <AsyncView query={query}>{(shown) => <Shown shown={shown} />}</AsyncView>;
}

function Shown({ shown }: { readonly shown: Case }): ReactNode {
  const { handover: id } = route.useParams();
  const query = useQuery({
    queryKey: ['handover', shown.id, id],
    queryFn: () =>
      answerOf(
        api.GET('/api/v1/collaborations/{id}/handovers/{handoverId}', {
          params: { path: { id: shown.id, handoverId: id } },
        }),
      ),
  });
  return <AsyncView query={query}>{(handover) => <Answer shown={shown} handover={handover} />}</AsyncView>;
}

function Answer({ shown, handover }: { readonly shown: Case; readonly handover: Handover }): ReactNode {
  const { t } = useTranslation();
  const now = useNow();
  const { toPhase, round, state, from } = handover;
  const isNewest = shown.handover?.id === handover.id;
  const isUnderWay = isNewest && !['ACCEPTED', 'WITHDRAWN'].includes(state);
  return (
    <>
      <p className="small soft">
        <Link to="/saker/$number" params={{ number: shown.number }}>
          {shown.title}
        </Link>{' '}
        · {shown.number}
      </p>
      <h1 className="compose__title">
        {toPhase ? t('answer.title', { phase: t(`phase.${toPhase}`).toLowerCase() }) : t('answer.titleTransfer')}
      </h1>
      <p className="soft">
        {[
          t(`handover.state.${state}`),
          t('answer.from', { name: from.personName }),
          round > 1 && t('answer.round', { round }),
        ]
          .filter(Boolean)
          .join(' · ')}
      </p>
      {shown.baton && isUnderWay && (
        <div className="card compose__hands">
          <Hands {...handsOf({ ...shown, handover }, shown.baton, now, t)} />
          <Clock handover={handover} now={now} />
        </div>
      )}
      <div className="answer">
        <div className="compose__parts">
          {!isUnderWay && <Answers handover={handover} now={now} />}
          <Asked handover={handover} />
          <Package handover={handover} />
        </div>
        {isNewest && <AnswerPanel shown={shown} handover={handover} />}
      </div>
    </>
  );
}

/** The dates that a handover has from when it is sent. */
function Clock({ handover: { clock, state }, now }: { readonly handover: Handover; readonly now: Date }): ReactNode {
  const { t } = useTranslation();
  if (!clock || !['SENT', 'ACKNOWLEDGED'].includes(state)) return null;
  const dates = [
    [t('answer.acknowledgeOn'), clock.acknowledgeOn],
    [t('answer.answerOn'), clock.answerOn],
    [t('answer.managersOn'), clock.managersOn[0]],
  ] as const;
  return (
    <dl className="clock">
      {dates.map(
        ([label, on]) =>
          on && (
            <div key={label}>
              <dt>{label}</dt>
              <dd>
                <time dateTime={on}>{longDay(on, now)}</time>
              </dd>
            </div>
          ),
      )}
    </dl>
  );
}

/** What each receiver answered, which stands when the handover is over. */
function Answers({ handover: { receivers }, now }: { readonly handover: Handover; readonly now: Date }): ReactNode {
  const { t } = useTranslation();
  return (
    <section className="part card" aria-labelledby="answers">
      <h2 id="answers">{t('answer.answers')}</h2>
      <dl className="reading">
        {receivers.map((receiver) => (
          <div key={receiver.person}>
            <dt>
              {receiver.unitName}, {nameBeside(receiver.unitName, receiver.personName)}
            </dt>
            <dd dir="auto">{takerOf(receiver, now, t).said}</dd>
            {receiver.alternative && (
              <dd dir="auto">{t('answer.alternative', { alternative: receiver.alternative })}</dd>
            )}
            {(receiver.gaps ?? []).map((gap) => (
              <dd key={gap} dir="auto">
                «{gap}»
              </dd>
            ))}
          </div>
        ))}
      </dl>
    </section>
  );
}

/** What the receiver asked for the last time, with what was written before and what is written now. */
function Asked({ handover: { previous, package: now } }: { readonly handover: Handover }): ReactNode {
  const { t } = useTranslation();
  const { user } = useMe();
  if (!previous || previous.gaps.length === 0) return null;
  const [before, after] = [previous.package ?? {}, now ?? {}] as readonly Readonly<Record<string, unknown>>[];
  const changed = Object.keys(after ?? {}).filter(
    (key) => typeof after?.[key] === 'string' && after[key] !== before?.[key] && typeof before?.[key] === 'string',
  );
  return (
    <section className="part part--asked card" aria-labelledby="asked">
      <h2 id="asked">
        {previous.askedBy.some(({ id }) => id === user)
          ? t('answer.asked')
          : t('answer.askedOthers', { names: previous.askedBy.map(({ name }) => name).join('; ') })}
      </h2>
      <ol className="gaps">
        {previous.gaps.map((gap) => (
          <li key={gap} dir="auto">
            {gap}
          </li>
        ))}
      </ol>
      {changed.map((key) => (
        <div key={key}>
          <h3>{t(`part.${key as 'status'}`)}</h3>
          <dl className="before-after">
            <div>
              <dt>{t('answer.before')}</dt>
              <dd className="soft" dir="auto">
                {String(before?.[key])}
              </dd>
            </div>
            <div>
              <dt>{t('answer.now')}</dt>
              <dd dir="auto">{String(after?.[key])}</dd>
            </div>
          </dl>
        </div>
      ))}
    </section>
  );
}

const READING_ORDER = [
  'firstStep',
  'status',
  'need',
  'agreements',
  'openTasks',
  'told',
  'dialogue',
  'economy',
  'contacts',
  'risks',
  'privacy',
  'effect',
] as const;

/** The parts in the order in which a receiver reads them: first what they must do first. */
function Package({ handover: { package: parts, attachments = [] } }: { readonly handover: Handover }): ReactNode {
  const { t } = useTranslation();
  const now = useNow();
  if (!parts) return <p>{t('answer.notShown')}</p>;
  const known = parts as Readonly<Record<string, unknown>>;
  return (
    <section className="part card" aria-labelledby="package">
      <h2 id="package">{t('answer.package')}</h2>
      <dl className="reading">
        {READING_ORDER.map(
          (key) =>
            known[key] !== undefined && (
              <div key={key}>
                <dt>{key === 'firstStep' ? t('answer.first') : t(`part.${key}`)}</dt>
                <dd dir="auto">{shownPart(known[key], now)}</dd>
              </div>
            ),
        )}
      </dl>
      {attachments.length > 0 && (
        <>
          <h3>{t('case.tab.documents')}</h3>
          <ul className="part__rows">
            {attachments.map(({ id, title, at }) => (
              <li key={id}>
                {title}, {shortDay(at, now)}
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  );
}

/** A part is a text, a list of rows, or a reason why there is nothing. */
function shownPart(part: unknown, now: Date): ReactNode {
  if (typeof part === 'string') return part;
  if (Array.isArray(part))
    return (
      <ul className="part__rows">
        {part.map((row: unknown, index) => (
          <li key={index} dir="auto">
            {typeof row === 'string' ? row : shownRow(row as Readonly<Record<string, unknown>>, now)}
          </li>
        ))}
      </ul>
    );
  const none = (part as { readonly none?: string }).none;
  return none ?? '';
}

const shownRow = (row: Readonly<Record<string, unknown>>, now: Date): string =>
  Object.entries(row)
    .map(([name, value]) =>
      name === 'on' && typeof value === 'string' ? shortDay(value, now) : String(value as string | number),
    )
    .join(', ');
