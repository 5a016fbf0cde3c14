import { ErrorSummary } from '@digdir/designsystemet-react';
import { useQueryClient } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useRef, useState } from 'react';
import type { ComponentRef, ReactNode, SubmitEvent } from 'react';
import { useTranslation } from 'react-i18next';
import type { Schemas } from '../../api/client.js';
import { useNow } from '../../api/clock.js';
import { Hands } from '../../ui/relay/hands.js';
import { dayOfMonth } from '../../words/dates.js';
import { nameBeside } from '../../words/names.js';
import { caseQuery } from '../case/case-query.js';
import type { Case } from '../case/case-query.js';
import { handsOf } from '../case/hero.js';
import { useCommand } from '../command/use-command.js';
import { useStale } from '../command/use-stale.js';
import { Attachments } from './attachments.js';
import { useHandoverDraft, writtenIn } from './handover-draft.js';
import type { draftedIn } from './handover-draft.js';
import { Part } from './part.js';
import { Capacities, receiversOf, UnitAndPerson, useNames } from '../lapsed/receivers.js';
import type { Receiver } from '../lapsed/receivers.js';
import { SendPanel } from './send-panel.js';

type Prefill = Schemas['HandoverPrefill'];

interface ComposeFormProps {
  readonly shown: Case;
  readonly known: Prefill;
  /** What is known of the command's body. */
  readonly body: Readonly<Record<string, unknown>>;
  /** The unit that the address names, of a transfer. */
  readonly toUnit: string | undefined;
  /** What was sent the last time, by part. */
  readonly previous: Readonly<Record<string, unknown>>;
  /** The draft that the case has kept. */
  readonly drafted: ReturnType<typeof draftedIn> | undefined;
}

const route = getRouteApi('/saker/$number/overlevering/ny');

/** Sending drafts the handover and then sends it. Refused in between, it stays a draft, which the page opens with. */
export function ComposeForm({ shown, known, body, toUnit, drafted, previous }: ComposeFormProps): ReactNode {
  const { t } = useTranslation();
  const now = useNow();
  const client = useQueryClient();
  const navigate = route.useNavigate();
  const { draft, change, forget } = useHandoverDraft(`${shown.id}.handover`, drafted);
  const summary = useRef<ComponentRef<typeof ErrorSummary>>(null);
  const [isTried, setTried] = useState(false);
  const drafting = useCommand();
  const sending = useCommand();
  const { versionNow, strip } = useStale(shown.id, shown.version, 'draftHandover');
  const { texts, chosen } = draft;
  const taker = { unit: toUnit ?? '', person: draft.taker.unit === toUnit ? draft.taker.person : '' };
  const takerNames = { ...useNames(taker), said: undefined };
  const receivers =
    toUnit === undefined ? receiversOf(known.receivers, chosen) : [taker].filter(({ person }) => person !== '');
  const isMissing = ({ key, required, gap }: Prefill['parts'][number]): boolean =>
    required && gap !== undefined && !texts[key]?.trim();
  const missing = [
    ...(receivers.length === 0 ? [{ id: 'receivers', words: t('relayPages.wantsReceiver') }] : []),
    ...known.parts.filter(isMissing).map(({ key, title }) => ({ id: `part-${key}`, words: title })),
  ];
  const sendAll = async (): Promise<void> => {
    const version = versionNow();
    const whole = { ...body, receivers, ...writtenIn(draft) };
    await drafting.mutateAsync({ caseId: shown.id, body: whole, ...(version !== undefined && { version }) });
    forget();
    await sending.mutateAsync({ caseId: shown.id, body: { type: 'sendHandover' } });
    const sent = await client.fetchQuery({ ...caseQuery(shown.number), staleTime: 0 });
    await navigate({
      to: '/saker/$number/overlevering/$handover',
      params: { number: shown.number, handover: sent.handover?.id ?? '' },
    });
  };
  const submit = (event: SubmitEvent): void => {
    event.preventDefault();
    setTried(true);
    if (drafting.isPending || sending.isPending) return;
    if (missing.length === 0) return void sendAll().catch(() => undefined);
    requestAnimationFrame(() => summary.current?.focus());
  };
  const choose = ({ unit, person }: Receiver): void => {
    change({ taker: { unit, person } });
    if (unit !== toUnit) void navigate({ search: { til: unit }, replace: true, resetScroll: false });
  };
  const order = [...known.parts].sort((a, b) => Number(b.gap !== undefined) - Number(a.gap !== undefined));
  return (
    <>
      {shown.baton && receivers.length > 0 && (
        <div className="card compose__hands">
          <Hands
            {...draftHandsOf(
              shown,
              shown.baton,
              toUnit === undefined ? namedIn(receivers, known) : [takerNames],
              now,
              t,
            )}
          />
        </div>
      )}
      <form className="compose" noValidate onSubmit={submit}>
        <div className="compose__parts">
          {isTried && missing.length > 0 && (
            <ErrorSummary ref={summary} data-size="sm">
              <ErrorSummary.Heading>
                {t('compose.missing', { parts: missing.map(({ words }) => words).join(', ') })}
              </ErrorSummary.Heading>
              <ErrorSummary.List>
                {missing.map(({ id, words }) => (
                  <ErrorSummary.Item key={id}>
                    <ErrorSummary.Link href={`#${id}`}>{words}</ErrorSummary.Link>
                  </ErrorSummary.Item>
                ))}
              </ErrorSummary.List>
            </ErrorSummary>
          )}
          <p className="soft">
            {t('relayPages.lead')}
            {drafted && ` ${t('relayPages.drafted', { day: dayOfMonth(drafted.keptOn, now) })}`}
          </p>
          <section id="receivers" className="part card" aria-labelledby="who">
            <h2 id="who">{t('relayPages.receivers')}</h2>
            {toUnit === undefined ? (
              <Capacities
                needed={known.receivers}
                chosen={chosen}
                onChoose={(capacity, person) => change({ chosen: { ...chosen, [capacity]: person } })}
              />
            ) : (
              <UnitAndPerson from={shown.unit ?? ''} {...taker} onChoose={choose} />
            )}
          </section>
          {known.gaps.length > 0 && <Asked gaps={known.gaps} />}
          {order.map((part) => (
            <Part
              key={part.key}
              caseId={shown.id}
              part={part}
              value={texts[part.key]}
              previous={previous[part.key]}
              proof={draft.proof[part.key] ?? ''}
              error={isTried && isMissing(part) ? t('form.missing', { title: part.title }) : undefined}
              onChange={(text) => change({ texts: { ...texts, [part.key]: text } })}
              onProof={(proof) => change({ proof: { ...draft.proof, [part.key]: proof } })}
            />
          ))}
          <Attachments
            caseId={shown.id}
            chosen={draft.attachments}
            onChange={(attachments) => change({ attachments })}
          />
        </div>
        <SendPanel
          shown={shown}
          parts={known.parts}
          texts={texts}
          unanswered={
            known.parts.some(({ key }) => key !== 'firstStep' && isRewritten(texts[key], previous[key]))
              ? 0
              : known.gaps.length
          }
          body={receivers.length > 0 ? { ...body, receivers } : undefined}
          keptAt={draft.at}
          isBusy={drafting.isPending || sending.isPending}
          isChecking={drafting.isChecking || sending.isChecking}
          error={drafting.error ?? sending.error}
        >
          {strip}
        </SendPanel>
      </form>
    </>
  );
}

/** A part that its writer has changed since the receiver read it. */
const isRewritten = (text: string | undefined, before: unknown): boolean =>
  text !== undefined && text.trim() !== '' && text !== before;

/** What the receiver asked for when it came back. */
function Asked({ gaps }: { readonly gaps: readonly string[] }): ReactNode {
  const { t } = useTranslation();
  return (
    <section className="part part--asked card" aria-labelledby="asked">
      <h2 id="asked">{t('compose.asked')}</h2>
      <ol className="gaps">
        {gaps.map((gap) => (
          <li key={gap} dir="auto">
            {gap}
          </li>
        ))}
      </ol>
    </section>
  );
}

const namedIn = (receivers: readonly Receiver[], { receivers: needed }: Prefill) =>
  receivers.map(({ unit, person }) => {
    const found = needed.flatMap(({ choices }) => choices).find((it) => it.person === person);
    const unitName = found?.unitName ?? unit;
    return { unit: unitName, person: nameBeside(unitName, found?.personName ?? person), said: undefined };
  });

/** The hands as they will be: those who have the case, and those who are chosen. */
const draftHandsOf = (
  shown: Case,
  baton: NonNullable<Case['baton']>,
  takers: ReturnType<typeof namedIn>,
  now: Date,
  t: Parameters<typeof handsOf>[3],
) => ({ ...handsOf(shown, baton, now, t), takers, direction: 'draft' as const, between: t('handover.draft') });
