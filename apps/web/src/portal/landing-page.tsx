import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';

/** Where whoever is not signed in begins. */
export function LandingPage(): ReactNode {
  const { t } = useTranslation();
  return (
    <>
      <h1>{t('portal.title')}</h1>
      <p>{t('portal.lead')}</p>
      <a className="ds-button" href="/api/v1/sign-in?returnTo=/">
        {t('portal.forStaff')}
      </a>
      <a className="ds-button" data-variant="secondary" href="/api/v1/sign-in?as=contact&returnTo=/">
        {t('portal.forEntrepreneurs')}
      </a>
    </>
  );
}
