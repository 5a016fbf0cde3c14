import { Button } from '@digdir/designsystemet-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useChangeSettings, useSettings } from '../../access/settings.js';
import { localDateOf, longDay } from '../../words/dates.js';
import { CaseLine } from './case-line.js';
import { mattersOf } from './matters.js';
import { awayUntil, without } from './put-away.js';
import type { Work } from './work.js';

/** The reader's own rows that are put away, folded: they can be seen, and taken out again. */
export function PutAwayGroup({ work, now }: { readonly work: Work; readonly now: Date }): ReactNode {
  const { t } = useTranslation();
  const { putAway } = useSettings();
  const { mutate } = useChangeSettings();
  const today = localDateOf(now);
  const items = [...work.soon, ...work.later].filter((item) => awayUntil(item, putAway, today));
  if (items.length === 0) return null;
  const matters = mattersOf(items);
  return (
    <details className="rest">
      <summary>
        {t('putAway.group')} <span className="section__count">{matters.length}</span>
      </summary>
      <ul className="card put-away">
        {matters.map((matter) => {
          const { deadline } = matter.first;
          const task = deadline.task ?? deadline.label;
          return (
            <li key={deadline.id} className="stuck stuck--flat uncovered">
              <div>
                <h3>{task}</h3>
                <CaseLine collaboration={matter.collaboration} />
                <p className="small soft">
                  {t('putAway.until', { day: longDay(awayUntil(matter.first, putAway, today) ?? today, now) })}
                </p>
              </div>
              <Button
                variant="secondary"
                data-size="sm"
                aria-label={t('putAway.backOf', { task, number: matter.collaboration.number })}
                onClick={() => mutate({ putAway: without(putAway, matter) })}
              >
                {t('putAway.back')}
              </Button>
            </li>
          );
        })}
      </ul>
    </details>
  );
}
