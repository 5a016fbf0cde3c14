import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { answerOf, api } from '../../api/client.js';
import type { Schemas } from '../../api/client.js';
import { activePeopleQuery } from '../../api/register.js';
import { choiceOf, formOf } from '../../ui/form/choices.js';
import { InPlaceForm } from '../../ui/in-place-form.js';
import { absenceFields } from './absence-fields.js';

interface AddAbsenceProps {
  /** Whose absence it is; chosen in the form when it is not known. */
  readonly person?: string;
  readonly isMine?: boolean;
}

export function AddAbsence({ person, isMine = false }: AddAbsenceProps): ReactNode {
  const { t } = useTranslation();
  const { data: people = [] } = useQuery(activePeopleQuery);
  const staff = people.filter((it) => it.staff);
  const isAsked = person === undefined && !isMine;
  const fields = {
    ...(isAsked && { person: choiceOf(t('admin.person'), staff) }),
    ...absenceFields(t, staff, {}),
  };
  return (
    <InPlaceForm
      label={t('absence.add')}
      draftKey={`absence.new.${person ?? ''}`}
      input={formOf(fields, isAsked ? ['person', 'from'] : ['from'])}
      send={({ person: chosen, ...values }, key) => {
        const header = { 'Idempotency-Key': key };
        const body = values as Schemas['AbsenceInput'];
        return answerOf(
          isMine
            ? api.POST('/api/v1/me/absences', { params: { header }, body })
            : api.POST('/api/v1/people/{id}/absences', {
                params: { path: { id: person ?? String(chosen) }, header },
                body,
              }),
        );
      }}
    />
  );
}
