import { Button } from '@digdir/designsystemet-react';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { answerOf, api } from '../../api/client.js';
import type { Schemas } from '../../api/client.js';
import { AsyncView } from '../../ui/async-view.js';
import { caseQuery } from '../case/case-query.js';
import type { Case } from '../case/case-query.js';
import { Checking, Refusal } from '../command/refusal.js';
import { useCommand } from '../command/use-command.js';
import { ComposeForm } from './compose-form.js';
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
  const { til } = route.useSearch();
  const step = shown.next.find(({ command }) => command === 'draftHandover');
  const toPhase = step && 'toPhase' in step.body ? (step.body['toPhase'] as Phase) : undefined;
  const isTransfer = til !== undefined;
  const mayWrite = shown.actions.some(({ type, allowed }) => type === 'draftHandover' && allowed);
  const prefill = useQuery({
    queryKey: ['prefill', shown.id, isTransfer ? undefined : toPhase, shown.version],
    queryFn: () =>
      answerOf(
        api.GET('/api/v1/collaborations/{id}/handovers/prefill', {
          params: { path: { id: shown.id }, query: { ...(toPhase && !isTransfer && { toPhase }) } },
        }),
      ),
    enabled: mayWrite && (isTransfer || step !== undefined),
    placeholderData: keepPreviousData,
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
      {mayWrite && (isTransfer || step) ? (
        <AsyncView query={prefill}>
          {(known) => (
            <ComposeForm
              key={isTransfer ? 'transfer' : 'phase'}
              shown={shown}
              known={known}
              body={
                isTransfer
                  ? { type: 'draftHandover', purpose: 'TRANSFER' }
                  : { type: 'draftHandover', ...(step?.body as object) }
              }
              toUnit={til}
            />
          )}
        </AsyncView>
      ) : shown.handover?.state === 'DRAFT' ? (
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
      <Checking is={send.isChecking} />
      <Refusal error={send.error} />
    </div>
  );
}
