import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useClock, useNow } from '../api/clock.js';
import { longDay } from '../words/dates.js';
import { areasQuery } from './areas.js';
import type { Area } from './areas.js';
import { AnswerView } from './parts/answer-view.js';
import { useMunicipality } from './parts/municipality.js';
import { callAddress, shownPhone } from './parts/phone.js';

/** Where whoever is not signed in begins. */
export function LandingPage(): ReactNode {
  const { t } = useTranslation();
  const areas = useQuery(areasQuery);
  const municipality = useMunicipality();
  const { isDemonstration } = useClock();
  return (
    <>
      <div className="block portal-hero">
        <h1>{t('portal.title', { municipality })}</h1>
        <p className="lead">{t('portal.lead')}</p>
        <div className="actions">
          <a className="ds-button" href="/ny">
            {t('portal.newIdea')}
          </a>
          {isDemonstration && (
            <a className="ds-button" data-variant="secondary" href="/omvisning">
              {t('portal.tour')}
            </a>
          )}
        </div>
      </div>
      <section className="block" aria-labelledby="how">
        <h2 id="how">{t('portal.howTitle')}</h2>
        <ol className="steps">
          {(['send', 'call', 'follow'] as const).map((step) => (
            <li key={step}>{t(`portal.how.${step}`)}</li>
          ))}
        </ol>
      </section>
      <section className="block" aria-labelledby="areas">
        <h2 id="areas">{t('portal.areasTitle')}</h2>
        <AnswerView query={areas}>
          {(open) => (open.length === 0 ? <p>{t('portal.noAreas')}</p> : <AreaList areas={open} />)}
        </AnswerView>
      </section>
      <section className="block" aria-labelledby="have-case">
        <h2 id="have-case">{t('portal.haveCase')}</h2>
        <div className="actions">
          <a className="ds-button" data-variant="secondary" href="/p">
            {t('portal.forEntrepreneurs')}
          </a>
          <a className="ds-button" data-variant="tertiary" href="/api/v1/sign-in?returnTo=/">
            {t('portal.forStaff')}
          </a>
        </div>
      </section>
    </>
  );
}

function AreaList({ areas }: { readonly areas: readonly Area[] }): ReactNode {
  const { t } = useTranslation();
  const now = useNow();
  return (
    <ul className="cards">
      {areas.map(({ id, name, text, contact, replyWithinWorkingDays, openTo }) => (
        <li key={id} className="card card--padded block">
          <h3>{name}</h3>
          <p>{text}</p>
          <p className="soft small">
            {t('portal.replyWithin', { count: replyWithinWorkingDays })}
            {openTo && <> · {t('portal.openUntil', { day: longDay(openTo, now) })}</>}
          </p>
          <p className="small">
            {t('portal.areaContact', { name: contact.name })}
            {contact.phone && (
              <>
                {': '}
                <a href={callAddress(contact.phone)}>{shownPhone(contact.phone)}</a>
              </>
            )}
          </p>
          <a href={`/ny?omrade=${encodeURIComponent(id)}`} aria-label={`${t('portal.newIdea')}: ${name}`}>
            {t('portal.newIdea')}
          </a>
        </li>
      ))}
    </ul>
  );
}
