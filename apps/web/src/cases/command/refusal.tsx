import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';

export { Refusal, refusedPointersOf } from '../../ui/refusal.js';

/** Said while it is looked into whether a command was taken. */
export function Checking({ is }: { readonly is: boolean }): ReactNode {
  const { t } = useTranslation();
  return (
    <p role="status" className={is ? undefined : 'hidden-text'}>
      {is && t('live.checking')}
    </p>
  );
}
