import { Button } from '@digdir/designsystemet-react';
import { CheckmarkCircleIcon, ExclamationmarkTriangleIcon } from '@navikt/aksel-icons';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useRef, useState } from 'react';
import type { ReactNode, SubmitEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { answerOf, api } from '../../api/client.js';
import type { Schemas } from '../../api/client.js';
import { useNow } from '../../api/clock.js';
import { AsyncView } from '../../ui/async-view.js';
import { dropDraft, keepDraft, readDraft } from '../../ui/form/drafts.js';
import { Hands } from '../../ui/relay/hands.js';
import { caseQuery } from '../case/case-query.js';
import type { Case } from '../case/case-query.js';
import { handsOf } from '../case/hero.js';
import { Refusal } from '../command/refusal.js';
import { useCommand } from '../command/use-command.js';
import { Part } from './part.js';
import './handover.css';

type Prefill = Schemas['HandoverPrefill'];
type Step = Case['next'][number];
type Phase = Prefill['toPhase'];

const route = getRouteApi('/saker/$number/overlevering/ny');

/** Where a handover is written: what the receiver asked for first, then what is missing, then what the case knows. */
export function ComposerPage(): ReactNode {
  const { number } = route.useParams();
  const query = useQuery(caseQuery(number));
  return <AsyncView query={query}>{(shown) => <Composer shown={shown} />}</AsyncView>;
}

function Composer({ shown }: { readonly shown: Case }): ReactNode {
  const { t } = useTranslation();
  const step = shown.next.find(({ command }) => command === 'draftHandover');
  const toPhase = step && 'toPhase' in step.body ? (step.body['toPhase'] as Phase) : undefined;
  const prefill = useQuery({
    queryKey: ['prefill', shown.id, toPhase, shown.version],
    queryFn: () =>
      answerOf(
        api.GET('/api/v1/collaborations/{id}/handovers/prefill', {
          params: { path: { id: shown.id }, query: { ...(toPhase && { toPhase }) } },
        }),
      ),
    enabled: step !== undefined,
  });
  const isDrafted = shown.handover?.state === 'DRAFT';
  return (
    <>
      <p className="small soft">
        <Link to="/saker/$number" params={{ number: shown.number }}>
          {shown.title}
        </Link>{' '}
        · {shown.number}
      </p>
      <h1 className="compose__title">
        {toPhase ? t('compose.title', { phase: t(`phase.${toPhase}`).toLowerCase() }) : t('compose.titleDrafted')}
      </h1>
      {step ? (
        <AsyncView query={prefill}>{(known) => <ComposeForm shown={shown} step={step} known={known} />}</AsyncView>
      ) : isDrafted ? (
        <SendDrafted shown={shown} />
      ) : (
        <p>{t('compose.notNow')}</p>
      )}
    </>
  );
}

/** A draft that is written already and only has to be sent. */
function SendDrafted({ shown }: { readonly shown: Case }): ReactNode {
  const { t } = useTranslation();
  const navigate = route.useNavigate();
  const handover = shown.handover?.id ?? '';
  const send = useCommand(
    () => void navigate({ to: '/saker/$number/overlevering/$handover', params: { number: shown.number, handover } }),
  );
  return (
    <div className="message">
      <p>{t('compose.drafted')}</p>
      <Button
        aria-busy={send.isPending}
        onClick={() => send.mutate({ caseId: shown.id, body: { type: 'sendHandover' } })}
      >
        {t('compose.send')}
      </Button>
      <Refusal error={send.error} />
    </div>
  );
}

interface ComposeFormProps {
  readonly shown: Case;
  readonly step: Step;
  readonly known: Prefill;
}

/** Sending drafts the handover and then sends it. Refused in between, it stays a draft, which the page then offers to send. */
function ComposeForm({ shown, step, known }: ComposeFormProps): ReactNode {
  const { t } = useTranslation();
  const now = useNow();
  const client = useQueryClient();
  const navigate = route.useNavigate();
  const kept = `${shown.id}.handover`;
  const form = useRef<HTMLFormElement>(null);
  const [texts, setTexts] = useState<Readonly<Record<string, string>>>(() => readDraft(kept) ?? {});
  const [isTried, setTried] = useState(false);
  const draft = useCommand();
  const send = useCommand();
  const isMissing = (part: Prefill['parts'][number]): boolean =>
    part.required && part.gap !== undefined && !texts[part.key]?.trim();
  const missing = known.parts.filter(isMissing);
  const previous = (shown.handover?.package ?? {}) as Readonly<Record<string, unknown>>;
  const change = (key: string, text: string): void => {
    const changed = { ...texts, [key]: text };
    setTexts(changed);
    keepDraft(kept, changed);
  };
  const sendAll = async (): Promise<void> => {
    const written = Object.fromEntries(Object.entries(texts).filter(([, text]) => text.trim() !== ''));
    await draft.mutateAsync({ caseId: shown.id, body: { ...step.body, package: written }, version: shown.version });
    dropDraft(kept);
    await send.mutateAsync({ caseId: shown.id, body: { type: 'sendHandover' } });
    const sent = await client.fetchQuery({ ...caseQuery(shown.number), staleTime: 0 });
    await navigate({
      to: '/saker/$number/overlevering/$handover',
      params: { number: shown.number, handover: sent.handover?.id ?? '' },
    });
  };
  const submit = (event: SubmitEvent): void => {
    event.preventDefault();
    setTried(true);
    if (missing.length === 0) return void sendAll().catch(() => undefined);
    requestAnimationFrame(() => form.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus());
  };
  const isBusy = draft.isPending || send.isPending;
  const order = [...known.parts].sort((a, b) => Number(b.gap !== undefined) - Number(a.gap !== undefined));
  return (
    <>
      {shown.baton && (
        <div className="card compose__hands">
          <Hands {...draftHandsOf(shown, shown.baton, step, now, t)} />
        </div>
      )}
      <form ref={form} className="compose" noValidate onSubmit={submit}>
        <div className="compose__parts">
          {known.gaps.length > 0 && (
            <section className="part part--asked card" aria-labelledby="asked">
              <h2 id="asked">{t('compose.asked')}</h2>
              <ol className="gaps">
                {known.gaps.map((gap) => (
                  <li key={gap}>{gap}</li>
                ))}
              </ol>
            </section>
          )}
          {order.map((part) => (
            <Part
              key={part.key}
              part={part}
              value={texts[part.key]}
              previous={previous[part.key]}
              error={isTried && isMissing(part) ? t('form.missing', { title: part.title }) : undefined}
              onChange={(text) => change(part.key, text)}
            />
          ))}
        </div>
        <aside className="compose__send" aria-label={t('compose.send')}>
          <h2>{t('compose.parts')}</h2>
          <ul className="compose__list">
            {known.parts.map((part) => {
              const lacks = part.gap !== undefined && !texts[part.key]?.trim();
              const Icon = lacks ? ExclamationmarkTriangleIcon : CheckmarkCircleIcon;
              return (
                <li key={part.key}>
                  <Icon aria-hidden className={lacks && part.required ? 'late' : 'soft'} />
                  <a href={`#part-${part.key}`}>{part.title}</a>
                  {lacks && (
                    <span className="small soft"> {part.required ? t('compose.lacks') : t('compose.empty')}</span>
                  )}
                </li>
              );
            })}
          </ul>
          <p className="small soft">{t('compose.after')}</p>
          <Button type="submit" aria-busy={isBusy}>
            {isBusy ? t('form.saving') : t('compose.send')}
          </Button>
          {isTried && missing.length > 0 && (
            <p role="alert" className="refusal">
              {t('compose.missing', { parts: missing.map(({ title }) => title).join(', ') })}
            </p>
          )}
          <Refusal error={draft.error ?? send.error} />
        </aside>
      </form>
    </>
  );
}

/** The hands as they will be: those who have the case, and those whom the step names. */
function draftHandsOf(
  shown: Case,
  baton: NonNullable<Case['baton']>,
  { body }: Step,
  now: Date,
  t: Parameters<typeof handsOf>[3],
) {
  const named = ('receivers' in body ? body['receivers'] : []) as readonly {
    readonly unit: string;
    readonly person: string;
  }[];
  const known = shown.handover?.receivers ?? [];
  const takers = named.map(({ unit, person }) => {
    const found = known.find((it) => it.unit === unit && it.person === person);
    return { unit: found?.unitName ?? unit, person: found?.personName ?? person, said: undefined };
  });
  return { ...handsOf(shown, baton, now, t), takers, direction: 'draft' as const, between: t('handover.draft') };
}
