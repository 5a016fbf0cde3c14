import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { answerOf, api } from '../../api/client.js';
import type { Schemas } from '../../api/client.js';
import { useNow } from '../../api/clock.js';
import { activePeopleQuery } from '../../api/register.js';
import { ConfirmButton } from '../../ui/confirm-button.js';
import { changesIn, formOf } from '../../ui/form/choices.js';
import { InPlaceForm } from '../../ui/in-place-form.js';
import { localDateOf, shortDay } from '../../words/dates.js';
import { absenceFields } from './absence-fields.js';

type Absence = Schemas['Absence'] & { readonly name?: string };

interface AbsenceListProps {
  readonly absences: readonly Absence[];
  /** My own are changed at another address, and by fewer rights. */
  readonly isMine?: boolean;
}

/** Absences, each with who answers meanwhile, and how to change it. */
export function AbsenceList({ absences, isMine = false }: AbsenceListProps): ReactNode {
  const { t } = useTranslation();
  const now = useNow();
  const today = localDateOf(now);
  if (absences.length === 0) return <p>{t(isMine ? 'absence.mineNone' : 'absence.none')}</p>;
  return (
    <ul className="card lines">
      {absences.map((absence) => {
        const { person, from, to, substitute, warning, name } = absence;
        const until = to === null ? t('admin.onwards') : t('admin.until', { day: shortDay(to, now) });
        return (
          <li key={`${person}.${from}`}>
            <p>
              {name !== undefined && <strong>{name} · </strong>}
              {shortDay(from, now)} {until}
            </p>
            <p className="soft small">
              {substitute ? t('absence.substituteIs', { name: substitute.name }) : t('absence.noSubstitute')}
            </p>
            {warning && <p className="small late">{warning}</p>}
            <div className="actions">
              <ChangeAbsence absence={absence} isMine={isMine} />
              {from >= today && <TakeBack absence={absence} isMine={isMine} />}
            </div>
          </li>
        );
      })}
    </ul>
  );
}

interface OneAbsence {
  readonly absence: Absence;
  readonly isMine: boolean;
}

function ChangeAbsence({ absence, isMine }: OneAbsence): ReactNode {
  const { t } = useTranslation();
  const now = useNow();
  const { data: people = [] } = useQuery(activePeopleQuery);
  const { person, from, to, substitute, name } = absence;
  const before = { to, substitute: substitute?.id ?? null };
  const { from: _from, ...fields } = absenceFields(t, people, before);
  const day = shortDay(from, now);
  return (
    <InPlaceForm
      label={t('admin.change')}
      name={name === undefined ? t('absence.changeMine', { day }) : t('absence.changeName', { name, day })}
      variant="tertiary"
      draftKey={`absence.${person}.${from}`}
      input={formOf(fields)}
      send={(values) => {
        const body = changesIn(before, values) as Schemas['AbsenceChange'];
        return answerOf(
          isMine
            ? api.PATCH('/api/v1/me/absences/{from}', { params: { path: { from } }, body })
            : api.PATCH('/api/v1/people/{id}/absences/{from}', { params: { path: { id: person, from } }, body }),
        );
      }}
    />
  );
}

function TakeBack({ absence: { person, from }, isMine }: OneAbsence): ReactNode {
  const { t } = useTranslation();
  const now = useNow();
  const day = shortDay(from, now);
  return (
    <ConfirmButton
      label={t('absence.takeBack')}
      name={t('absence.takeBackName', { day })}
      question={t('absence.takeBackQuestion', { day })}
      send={() =>
        answerOf(
          isMine
            ? api.DELETE('/api/v1/me/absences/{from}', { params: { path: { from } } })
            : api.DELETE('/api/v1/people/{id}/absences/{from}', { params: { path: { id: person, from } } }),
        )
      }
    />
  );
}
