import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Refused } from '../api/client.js';

/** Why a command was not taken, in the server's own words, and what would help. Stands under the button, not in a corner. */
export function Refusal({ error }: { readonly error: Error | null }): ReactNode {
  const { t } = useTranslation();
  if (!error) return null;
  if (!(error instanceof Refused))
    return (
      <p role="alert" className="refusal">
        {t('command.notReached')}
      </p>
    );
  const { code, detail, unblock } = error.problem;
  return (
    <div role="alert" className="refusal">
      <p>{code === 'outcome-unknown' ? t('command.unknown') : detail || t('command.notReached')}</p>
      {unblock && <p>{t('command.unblock', { text: unblock.text })}</p>}
    </div>
  );
}

/** The fields that the server did not take. */
export const refusedPointersOf = (error: Error | null): readonly string[] =>
  error instanceof Refused ? (error.problem.errors ?? []).map(({ pointer }) => pointer) : [];
