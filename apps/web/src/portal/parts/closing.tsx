import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Schemas } from '../../api/client.js';

/** Why a case ended, and what the municipality advises. */
export function Closing({
  closing: { reason, advice, referredTo },
}: {
  readonly closing: Schemas['Closing'];
}): ReactNode {
  const { t } = useTranslation();
  return (
    <>
      {reason && (
        <>
          <h3>{t('portal.closedReason')}</h3>
          <p dir="auto">{reason}</p>
        </>
      )}
      {advice && (
        <>
          <h3>{t('portal.closedAdvice')}</h3>
          <p dir="auto">{advice}</p>
        </>
      )}
      {referredTo && <p>{t('portal.closedReferred', { name: referredTo })}</p>}
    </>
  );
}
