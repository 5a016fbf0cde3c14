import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { areasQuery } from '../areas.js';
import type { EnquiryDraft, StepName } from './enquiry-draft.js';

/** What was written, step by step, before it is sent. */
export function EnquiryCheck({
  draft,
  change,
}: {
  readonly draft: EnquiryDraft;
  readonly change: (step: StepName) => void;
}): ReactNode {
  const { t } = useTranslation();
  const { data: areas = [] } = useQuery(areasQuery);
  const area = areas.find(({ id }) => id === draft.area)?.name ?? t('enquiry.noArea');
  const parts: readonly { readonly step: StepName; readonly rows: readonly (readonly [string, string])[] }[] = [
    {
      step: 'who',
      rows: [
        [t('enquiry.organisation'), draft.organisation],
        [t('enquiry.number'), draft.number || t('enquiry.notRegistered')],
      ],
    },
    {
      step: 'idea',
      rows: [
        [t('enquiry.ideaTitle'), draft.title],
        [t('enquiry.description'), draft.description],
        [t('enquiry.area'), area],
      ],
    },
    {
      step: 'contact',
      rows: [
        [t('enquiry.name'), draft.name],
        [t('enquiry.email'), draft.email],
        ...(draft.phone === '' ? [] : [[t('enquiry.phone'), draft.phone] as const]),
      ],
    },
  ];
  return (
    <>
      {parts.map(({ step, rows }) => (
        <section key={step} className="card card--padded block" aria-labelledby={`check-${step}`}>
          <h3 id={`check-${step}`}>{t(`enquiry.steps.${step}`)}</h3>
          <dl className="written">
            {rows.map(([label, value]) => (
              <div key={label}>
                <dt className="soft small">{label}</dt>
                <dd dir="auto">{value}</dd>
              </div>
            ))}
          </dl>
          <button
            type="button"
            className="plain-button"
            aria-label={`${t('enquiry.change')}: ${t(`enquiry.steps.${step}`)}`}
            onClick={() => change(step)}
          >
            {t('enquiry.change')}
          </button>
        </section>
      ))}
    </>
  );
}
