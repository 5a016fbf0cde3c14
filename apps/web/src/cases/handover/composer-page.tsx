import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useState } from 'react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { answerOf, api } from '../../api/client.js';
import type { Schemas } from '../../api/client.js';
import { AsyncView } from '../../ui/async-view.js';
import { caseQuery } from '../case/case-query.js';
import type { Case } from '../case/case-query.js';
import { ComposeForm } from './compose-form.js';
import { draftedIn } from './handover-draft.js';
import './handover.css';

type Phase = NonNullable<Schemas['HandoverPrefill']['toPhase']>;

const route = getRouteApi('/saker/$number/overlevering/ny');

/** Where a handover is written: what the receiver asked for first, then what is missing, then what the case knows. */
export function ComposerPage(): ReactNode {
  const { number } = route.useParams();
  const query = useQuery(caseQuery(number));
  return <AsyncView query={query}>{(shown) => <Composer shown={shown} />}</AsyncView>;
}

/** To the phase that is decided, or, where the address names a unit, to that unit. */
function Composer({ shown }: { readonly shown: Case }): ReactNode {
  const { t } = useTranslation();
  const search = route.useSearch();
  const drafted = shown.handover?.state === 'DRAFT' ? shown.handover : undefined;
  // The form stays as it was opened, also when it has made a draft of what it has.
  const [opened] = useState({ with: drafted?.id, previous: shown.handover?.package });
  const til = search.til ?? (drafted?.purpose === 'TRANSFER' ? drafted.receivers[0]?.unit : undefined);
  const step = shown.next.find(({ command }) => command === 'draftHandover');
  const isTransfer = til !== undefined;
  const body = isTransfer
    ? { type: 'draftHandover', purpose: 'TRANSFER' }
    : drafted
      ? { type: 'draftHandover', purpose: drafted.purpose, ...(drafted.toPhase && { toPhase: drafted.toPhase }) }
      : step && { type: 'draftHandover', ...step.body };
  const toPhase = body && 'toPhase' in body ? (body.toPhase as Phase) : undefined;
  const mayWrite = shown.actions.some(({ type, allowed }) => type === 'draftHandover' && allowed);
  const prefill = useQuery({
    queryKey: ['prefill', shown.id, toPhase, shown.version],
    queryFn: () =>
      answerOf(
        api.GET('/api/v1/collaborations/{id}/handovers/prefill', {
          params: { path: { id: shown.id }, query: { ...(toPhase && { toPhase }) } },
        }),
      ),
    enabled: mayWrite && body !== undefined,
    placeholderData: keepPreviousData,
  });
  const kept = useQuery({
    queryKey: ['handover', shown.id, opened.with],
    queryFn: () =>
      answerOf(
        api.GET('/api/v1/collaborations/{id}/handovers/{handoverId}', {
          params: { path: { id: shown.id, handoverId: opened.with ?? '' } },
        }),
      ),
    enabled: opened.with !== undefined,
  });
  const title = isTransfer
    ? t('relayPages.transferTo')
    : toPhase
      ? t('compose.title', { phase: t(`phase.${toPhase}`).toLowerCase() })
      : t('compose.titleDrafted');
  return (
    <>
      <p className="small soft">
        <Link to="/saker/$number" params={{ number: shown.number }}>
          {shown.title}
        </Link>{' '}
        · {shown.number}
      </p>
      <h1 className="compose__title">{title}</h1>
      {mayWrite && body && (!opened.with || kept.data) ? (
        <AsyncView query={prefill}>
          {(known) => (
            <ComposeForm
              key={isTransfer ? 'transfer' : 'phase'}
              shown={shown}
              known={known}
              body={body}
              toUnit={til}
              previous={(opened.with ? kept.data?.previous?.package : opened.previous) ?? {}}
              drafted={kept.data && kept.data.purpose === body.purpose ? draftedIn(kept.data, known) : undefined}
            />
          )}
        </AsyncView>
      ) : (
        <p>{t(mayWrite && body ? 'state.loading' : 'compose.notNow')}</p>
      )}
    </>
  );
}
