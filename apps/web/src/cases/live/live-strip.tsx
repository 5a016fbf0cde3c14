import { Button } from '@digdir/designsystemet-react';
import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Schemas } from '../../api/client.js';
import { useNow } from '../../api/clock.js';
import { timeOfDay } from '../../words/dates.js';
import { useChanges } from './changes.js';
import { showChanges } from './live.js';
import { StaleStrip } from './stale-strip.js';
import './live.css';

const LASTED_MS = 1_500;

/** Lies over the bottom of the window when the line is lost, or when something has changed that the page does not show. */
export function LiveStrip(): ReactNode {
  const { t } = useTranslation();
  const client = useQueryClient();
  const { lostAt, waiting, forms } = useChanges();
  const hasLasted = useHasLasted(lostAt);
  const shown = client
    .getQueryCache()
    .findAll({ queryKey: ['case'], type: 'active' })
    .map(({ state }) => state.data as Schemas['Collaboration'] | undefined)[0];
  const newest = shown && waiting.get(shown.id);
  return (
    <section className="strips" aria-label={t('live.strips')}>
      {hasLasted && lostAt !== undefined && <Lost at={lostAt} />}
      {shown && newest !== undefined && newest > shown.version && !forms.has(shown.id) && (
        <StaleStrip caseId={shown.id} shown={shown.version} newest={newest} />
      )}
      {!shown && waiting.size > 0 && forms.size === 0 && (
        <div role="status" className="strip">
          <p>{t('live.listChanged')}</p>
          <div className="strip__do">
            <Button variant="secondary" data-size="sm" onClick={() => void showChanges(client)}>
              {t('live.seeList')}
            </Button>
          </div>
        </div>
      )}
    </section>
  );
}

/** The time is that of the installation, as all others on the page. */
function Lost({ at }: { readonly at: number }): ReactNode {
  const { t } = useTranslation();
  const now = useNow();
  const [lost] = useState(() => new Date(now.getTime() - (Date.now() - at)));
  return (
    <div role="status" className="strip strip--lost">
      <p>{t('live.lost', { time: timeOfDay(lost.toISOString()) })}</p>
    </div>
  );
}

/** A line that comes back at once was never lost. */
function useHasLasted(since: number | undefined): boolean {
  const [lasted, set] = useState<number>();
  useEffect(() => {
    if (since === undefined) return undefined;
    const timer = setTimeout(() => set(since), LASTED_MS);
    return () => clearTimeout(timer);
  }, [since]);
  return since !== undefined && lasted === since;
}
