import { Button } from '@digdir/designsystemet-react';
import { useQuery } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import type { MouseEvent, ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { answerOf, api } from '../../api/client.js';
import { noteForm, seenVersion, useChanges } from '../live/changes.js';
import { StaleStrip } from '../live/stale-strip.js';

interface Stale {
  /** The version that what is sent is meant for. */
  readonly versionNow: () => number | undefined;
  /** What has happened since; stands within the form, which it may send. */
  readonly strip: ReactNode;
}

/**
 * What a form knows of its case: it stays with the version at which it was opened until its writer has seen what is new, or sends anyway,
 * which they can as long as the case allows the command. A form that is opened without a version is sent whatever has happened.
 */
export function useStale(caseId: string, version: number | undefined, command: string): Stale {
  const { t } = useTranslation();
  const [opened, setKnown] = useState(version);
  const anyway = useRef<number>(undefined);
  const { waiting } = useChanges();
  useEffect(() => noteForm(caseId), [caseId]);
  // What was done here is known here, also before the page has read it again.
  const known = opened && Math.max(opened, seenVersion(caseId));
  const newest = Math.max(version ?? 0, waiting.get(caseId) ?? 0);
  const isStale = known !== undefined && newest > known;
  const { data } = useQuery({
    queryKey: ['allowed', caseId, newest],
    queryFn: () => answerOf(api.GET('/api/v1/collaborations/{id}', { params: { path: { id: caseId } } })),
    enabled: isStale,
  });
  const stillFits = data?.actions.some(({ type, allowed }) => type === command && allowed) ?? false;
  const sendAnyway = ({ currentTarget: { form } }: MouseEvent<HTMLButtonElement>): void => {
    anyway.current = data?.version;
    form?.requestSubmit();
    anyway.current = undefined;
  };
  return {
    versionNow: () => anyway.current ?? known,
    strip: isStale && (
      <StaleStrip
        caseId={caseId}
        shown={known}
        newest={newest}
        onSeen={() => setKnown(newest)}
        anyway={
          stillFits && (
            <Button type="button" variant="tertiary" data-size="sm" onClick={sendAnyway}>
              {t('live.anyway')}
            </Button>
          )
        }
      />
    ),
  };
}
