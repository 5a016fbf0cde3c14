import { Button } from '@digdir/designsystemet-react';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { timeOfDay } from '../../words/dates.js';
import { showChanges } from './live.js';
import { newEventsQuery } from './new-events.js';
import './live.css';

interface StaleStripProps {
  readonly caseId: string;
  /** The version that the reader looks at, and the newest. */
  readonly shown: number;
  readonly newest: number;
  /** Called when the reader wants to see the change. */
  readonly onSeen?: () => void;
  /** A way on without looking, where what is written still fits. */
  readonly anyway?: ReactNode;
}

/** Says what has happened in the case since the reader opened it. Nothing on the page moves before they want it. */
export function StaleStrip({ caseId, shown, newest, onSeen, anyway }: StaleStripProps): ReactNode {
  const { t } = useTranslation();
  const client = useQueryClient();
  const { data: events = [] } = useQuery(newEventsQuery(caseId, shown, newest));
  const see = (): void => {
    onSeen?.();
    void showChanges(client);
  };
  if (events.length === 0) return null;
  return (
    <div role="status" className="strip">
      <p>{t('live.changed')}</p>
      <ul className="strip__events">
        {events.map(({ seq, text, recordedAt }) => (
          <li key={seq}>
            <bdi>{text}</bdi> <span className="soft">{t('live.at', { time: timeOfDay(recordedAt) })}</span>
          </li>
        ))}
      </ul>
      <div className="strip__do">
        <Button type="button" variant="secondary" data-size="sm" onClick={see}>
          {t('live.see')}
        </Button>
        {anyway}
      </div>
    </div>
  );
}
