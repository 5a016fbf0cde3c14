import type { UseQueryResult } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Refused } from '../../api/client.js';

const SLOW_AFTER_MS = 5_000;

/** What a query shows while it is asked, when it failed, and when its answer has come. */
export function AnswerView<T>({
  query,
  missing,
  children,
}: {
  readonly query: UseQueryResult<T>;
  /** What is said when the server knows of no such thing for this reader. */
  readonly missing?: string;
  readonly children: (data: T) => ReactNode;
}): ReactNode {
  if (query.data !== undefined) return children(query.data);
  if (!query.error) return <Waiting />;
  return <Failure error={query.error} missing={missing} retry={() => void query.refetch()} />;
}

export function Waiting(): ReactNode {
  const { t } = useTranslation();
  const [isSlow, setSlow] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setSlow(true), SLOW_AFTER_MS);
    return () => clearTimeout(timer);
  }, []);
  return (
    <p role="status" className={isSlow ? undefined : 'hidden-text'}>
      {t(isSlow ? 'portal.slow' : 'portal.loading')}
    </p>
  );
}

function Failure({
  error,
  missing,
  retry,
}: {
  readonly error: Error;
  readonly missing: string | undefined;
  readonly retry: () => void;
}): ReactNode {
  const { t } = useTranslation();
  const isMissing = error instanceof Refused && [403, 404].includes(error.problem.status);
  if (isMissing)
    return (
      <>
        <div role="alert">
          <h1>{missing ?? t('portal.forbidden')}</h1>
        </div>
        <a href="/">{t('portal.frontPage')}</a>
      </>
    );
  return (
    <div className="message">
      <p role="alert">{error instanceof Refused ? error.problem.detail || t('portal.failed') : t('portal.offline')}</p>
      <button type="button" className="ds-button" data-variant="secondary" onClick={retry}>
        {t('portal.tryAgain')}
      </button>
    </div>
  );
}

/** Under the button that failed: the server's sentence, or that what was written is kept. */
export function SendingFailed({ error }: { readonly error: Error | null }): ReactNode {
  const { t } = useTranslation();
  if (!error) return null;
  const said = error instanceof Refused ? error.problem.detail || t('portal.notSaved') : t('portal.offline');
  return (
    <p role="alert" className="field__error">
      {said}
    </p>
  );
}
