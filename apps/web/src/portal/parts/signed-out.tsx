import { useEffect, useRef } from 'react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { SIGNED_OUT } from '../../api/client.js';

/** Stands over the page when a session has ended under it. */
export function SignedOut(): ReactNode {
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
    <dialog ref={dialog} className="portal-dialog" aria-labelledby="signed-out">
      <h2 id="signed-out">{t('portal.signedOut')}</h2>
      <p>{t('portal.signedOutLead')}</p>
      <button type="button" className="ds-button" onClick={() => window.location.reload()}>
        {t('portal.signInTitle')}
      </button>
    </dialog>
  );
}
