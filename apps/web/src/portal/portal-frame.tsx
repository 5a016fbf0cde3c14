import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Baton } from '../ui/baton.js';
import { LandingPage } from './landing-page.js';

/** What stands around every page of the portal. */
export function PortalFrame(): ReactNode {
  const { t } = useTranslation();
  return (
    <>
      <a className="ds-skip-link" href="#content">
        {t('portal.skip')}
      </a>
      <header className="portal-top">
        <Baton size={34} /> {t('portal.municipality')}
      </header>
      <main id="content" tabIndex={-1} className="portal">
        <LandingPage />
      </main>
    </>
  );
}
