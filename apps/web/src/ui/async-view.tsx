import { Button } from '@digdir/designsystemet-react';
import type { UseQueryResult } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Refused } from '../api/client.js';

const SKELETON_AFTER_MS = 300;
const SLOW_AFTER_MS = 5_000;

/** What a query shows while it is asked, when it failed, and when its answer has come. */
export function AsyncView<T>({
  query,
  title,
  children,
}: {
  readonly query: UseQueryResult<T>;
  /** The heading of a page that has none before its answer has come. */
  readonly title?: string;
  readonly children: (data: T) => ReactNode;
}): ReactNode {
  const retry = (): void => void query.refetch();
  if (query.data !== undefined)
    return (
      <>
        {query.isRefetchError && query.error instanceof Refused && <NotNewest retry={retry} />}
        {children(query.data)}
      </>
    );
  return (
    <>
      {title !== undefined && <h1>{title}</h1>}
      {query.error ? <Failure error={query.error} retry={retry} /> : <Loading />}
    </>
  );
}

/** What stands on the page is what was read before. Of a lost line the window tells by itself. */
function NotNewest({ retry }: { readonly retry: () => void }): ReactNode {
  const { t } = useTranslation();
  return (
    <div className="message" role="status">
      <p>{t('state.notNewest')}</p>
      <Button variant="secondary" data-size="sm" onClick={retry}>
        {t('state.tryAgain')}
      </Button>
    </div>
  );
}

/** The frame stands at once; empty rows come when it lasts, and words when it lasts long. */
export function Loading(): ReactNode {
  const { t } = useTranslation();
  const hasLasted = useHasLasted(SKELETON_AFTER_MS);
  const isSlow = useHasLasted(SLOW_AFTER_MS);
  return (
    <div className="loading">
      <p role="status" className={isSlow ? undefined : 'hidden-text'}>
        {isSlow ? t('state.slow') : t('state.loading')}
      </p>
      {hasLasted && (
        <div className="card" aria-hidden>
          {[1, 2, 3].map((row) => (
            <div key={row} className="loading__row" />
          ))}
        </div>
      )}
    </div>
  );
}

function useHasLasted(ms: number): boolean {
  const [hasLasted, set] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => set(true), ms);
    return () => clearTimeout(timer);
  }, [ms]);
  return hasLasted;
}

/** Says what went wrong and what to do. */
export function Failure({ error, retry }: { readonly error: Error; readonly retry: () => void }): ReactNode {
  const { t } = useTranslation();
  const isMissing = error instanceof Refused && [403, 404].includes(error.problem.status);
  if (isMissing) return <p role="alert">{t('state.forbidden')}</p>;
  const said = error instanceof Refused ? error.problem.detail || t('state.failed') : t('state.offline');
  return (
    <div className="message" role="alert">
      <p>{said}</p>
      <Button variant="secondary" onClick={retry}>
        {t('state.tryAgain')}
      </Button>
    </div>
  );
}
