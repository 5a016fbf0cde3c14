import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { answerOf, api } from '../../api/client.js';
import type { Schemas } from '../../api/client.js';
import { useNow } from '../../api/clock.js';
import { longDay } from '../../words/dates.js';
import { AnswerView } from '../parts/answer-view.js';
import { Closing } from '../parts/closing.js';
import { ContactCard } from '../parts/contact-card.js';
import { PromiseList } from '../parts/promise-list.js';
import { RelayMarks } from '../parts/relay-marks.js';
import type { Phase } from '../parts/relay-marks.js';

type Status = Schemas['EnquiryStatus'];

/** The receipt of an enquiry, and from then on where it stands, for whoever has the link. */
export function ReceiptPage({ secret }: { readonly secret: string }): ReactNode {
  const { t } = useTranslation();
  const status = useQuery({
    queryKey: ['enquiry', secret],
    queryFn: () => answerOf(api.GET('/api/v1/enquiries/status/{secret}', { params: { path: { secret } } })),
  });
  return (
    <AnswerView query={status} missing={t('receipt.unknown')}>
      {(shown) => <Receipt status={shown} />}
    </AnswerView>
  );
}

function Receipt({ status }: { readonly status: Status }): ReactNode {
  const { t } = useTranslation();
  const now = useNow();
  const { number, title, contact, standIn, nextStep, decisions, closing, receivedAt } = status;
  const isNew = new URLSearchParams(window.location.search).has('ny');
  const [reply] = status.promises
    .filter(({ state }) => state === 'OPEN')
    .sort((a, b) => a.dueOn.localeCompare(b.dueOn));
  return (
    <>
      <div className="block">
        <p className="soft small">
          {t('receipt.number', { number })} · {t('receipt.received', { day: longDay(receivedAt, now) })}
        </p>
        <h1>{isNew ? t('receipt.title') : title}</h1>
        {isNew && <p dir="auto">{title}</p>}
      </div>
      <Whereabouts status={status}>
        {isNew && reply && <p>{t('receipt.who', { name: contact.name, day: longDay(reply.dueOn, now) })}</p>}
        {nextStep && <p>{t('receipt.nextStep', { label: nextStep.label })}</p>}
        {nextStep?.reason && <p dir="auto">{nextStep.reason}</p>}
        {closing && <Closing closing={closing} />}
      </Whereabouts>
      {isNew && <KeepLink />}
      <ContactCard
        title={t('receipt.contact')}
        contact={standIn ?? contact}
        note={standIn && t('receipt.standIn', { name: standIn.name })}
      />
      <PromiseList promises={status.promises} contact={standIn ?? contact} />
      {decisions.length > 0 && (
        <section className="block" aria-labelledby="decisions">
          <h2 id="decisions">{t('receipt.decisions')}</h2>
          <ul className="marked-list">
            {decisions.map(({ label, on, reason }) => (
              <li key={`${on} ${label}`} className="unmarked">
                <div>
                  <p>{label}</p>
                  <p className="soft small">{longDay(on, now)}</p>
                  {reason && <p dir="auto">{reason}</p>}
                </div>
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  );
}

const ENDED: ReadonlySet<string> = new Set(['REJECTED', 'WITHDRAWN', 'STOPPED', 'COMPLETED']);

function Whereabouts({ status, children }: { readonly status: Status; readonly children: ReactNode }): ReactNode {
  const { t } = useTranslation();
  const phase = status.phase as Phase;
  const isEnded = ENDED.has(status.state);
  return (
    <section className="where" aria-labelledby="where">
      <RelayMarks phase={phase} states={status.legs.map(({ state }) => state)} hasBaton={!isEnded} />
      <h2 id="where">{isEnded ? t('portal.ended') : t('receipt.with', { unit: status.with.unit })}</h2>
      {!isEnded && (
        <p>
          {status.with.handler === null ? t('receipt.noHandler') : t('receipt.handler', { name: status.with.handler })}
        </p>
      )}
      {children}
    </section>
  );
}

function KeepLink(): ReactNode {
  const { t } = useTranslation();
  const [isCopied, setCopied] = useState(false);
  const copy = async (): Promise<void> => {
    await navigator.clipboard.writeText(window.location.origin + window.location.pathname);
    setCopied(true);
  };
  return (
    <section className="card card--padded block" aria-labelledby="keep">
      <h2 id="keep">{t('receipt.keep')}</h2>
      <p>{t('receipt.keepLead')}</p>
      <div className="actions">
        <button type="button" className="ds-button" data-variant="secondary" onClick={() => void copy()}>
          {t('receipt.copy')}
        </button>
      </div>
      <p role="status" className="small">
        {isCopied && t('receipt.copied')}
      </p>
      <p>
        {t('receipt.signInLead')} <a href="/p">{t('receipt.signIn')}</a>
      </p>
    </section>
  );
}
