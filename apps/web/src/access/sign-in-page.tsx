import { Button } from '@digdir/designsystemet-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Baton } from '../ui/baton.js';
import { signInAddress } from './me.js';

/** For whoever opens a page of staff without being signed in. */
export function SignInPage(): ReactNode {
  const { t } = useTranslation();
  return (
    <main className="page message">
      <Baton size={56} />
      <h1>{t('access.signInTitle')}</h1>
      <p>{t('access.signInLead')}</p>
      <Button asChild>
        <a href={signInAddress()}>{t('access.signIn')}</a>
      </Button>
    </main>
  );
}
