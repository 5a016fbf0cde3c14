import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { answerOf, api } from '../../api/client.js';
import { AsyncView } from '../../ui/async-view.js';
import { AbsenceList } from './absence-list.js';
import { AddAbsence } from './add-absence.js';

/** Who is away now and who will be. */
export function AbsencesPage(): ReactNode {
  const { t } = useTranslation();
  const absences = useQuery({
    queryKey: ['absences'],
    queryFn: async () => (await answerOf(api.GET('/api/v1/absences'))).items,
  });
  return (
    <>
      <h2>{t('absence.title')}</h2>
      <p className="lead soft">{t('absence.lead')}</p>
      <div className="stack">
        <div className="actions">
          <AddAbsence />
        </div>
        <AsyncView query={absences}>{(all) => <AbsenceList absences={all} />}</AsyncView>
      </div>
    </>
  );
}
