import { Button, Dialog } from '@digdir/designsystemet-react';
import { useEffect, useRef } from 'react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { SIGNED_OUT } from '../api/client.js';
import { signInAddress } from './me.js';

/** Stands over the page when a session has ended under it. What was written stays in the browser. */
export function SignedOutDialog(): ReactNode {
  const { t } = useTranslation();
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    const open = (): void => {
      if (dialog.current && !dialog.current.open) dialog.current.showModal();
    };
    window.addEventListener(SIGNED_OUT, open);
    return () => window.removeEventListener(SIGNED_OUT, open);
  }, []);
  return (
    <Dialog ref={dialog} closeButton={t('state.close')} aria-labelledby="signed-out">
      <div className="message">
        <h2 id="signed-out">{t('access.signedOut')}</h2>
        <p>{t('access.signedOutLead')}</p>
        <Button asChild>
          <a href={signInAddress()}>{t('access.signInAgain')}</a>
        </Button>
      </div>
    </Dialog>
  );
}
