import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { answerOf, api } from '../../api/client.js';
import type { Schemas } from '../../api/client.js';
import { useNow } from '../../api/clock.js';
import { unitsQuery, useGivableRoles, useRoleNames, useUnitNames } from '../../api/register.js';
import { AsyncView } from '../../ui/async-view.js';
import { ConfirmButton } from '../../ui/confirm-button.js';
import { choiceOf, DATE, formOf } from '../../ui/form/choices.js';
import { InPlaceForm } from '../../ui/in-place-form.js';
import { localDateOf, shortDay } from '../../words/dates.js';

/** A person's roles, each with its days. */
export function PersonRoles({ id }: { readonly id: string }): ReactNode {
  const { t } = useTranslation();
  const [warning, setWarning] = useState<string>();
  const roles = useQuery({
    queryKey: ['people', 'roles', id],
    queryFn: async () => (await answerOf(api.GET('/api/v1/people/{id}/roles', { params: { path: { id } } }))).items,
  });
  return (
    <section className="block" aria-labelledby="roles">
      <h3 id="roles">{t('person.roles')}</h3>
      <AsyncView query={roles}>
        {(all) =>
          all.length === 0 ? (
            <p>{t('folk.noRoles')}</p>
          ) : (
            <ul className="card lines">
              {all.map((role) => (
                <RoleRow key={`${role.role}.${role.unit}.${role.from}`} id={id} held={role} onWarning={setWarning} />
              ))}
            </ul>
          )
        }
      </AsyncView>
      <p role="status" className="late">
        {warning}
      </p>
      <div className="actions">
        <GiveRole id={id} />
      </div>
    </section>
  );
}

interface RoleRowProps {
  readonly id: string;
  readonly held: Schemas['HeldRole'];
  readonly onWarning: (warning: string | undefined) => void;
}

function RoleRow({ id, held: { role, unit, from, to }, onWarning }: RoleRowProps): ReactNode {
  const { t } = useTranslation();
  const now = useNow();
  const roleName = useRoleNames()[role] ?? role;
  const unitName = useUnitNames()(unit);
  const path = { id, role, unit, from };
  const words = { role: roleName, unit: unitName };
  const until = to === null ? t('admin.onwards') : t('admin.until', { day: shortDay(to, now) });
  return (
    <li>
      <p>
        <strong>{roleName}</strong> · {unitName}
      </p>
      <p className="soft small">
        {shortDay(from, now)} {until}
      </p>
      <div className="actions">
        <InPlaceForm
          label={t('person.endRole')}
          name={t('person.endRoleName', words)}
          variant="tertiary"
          draftKey={`role.${id}.${role}.${unit}.${from}`}
          input={formOf({ to: { ...DATE, title: t('person.lastDay') } }, ['to'])}
          send={(values) =>
            answerOf(
              api.PATCH('/api/v1/people/{id}/roles/{role}/{unit}/{from}', {
                params: { path },
                body: values as Schemas['RoleChange'],
              }),
            )
          }
          onDone={(ended) => onWarning(ended.warning)}
        />
        {from >= localDateOf(now) && (
          <ConfirmButton
            label={t('person.takeBack')}
            name={t('person.takeBackRole', words)}
            question={t('person.takeBackQuestion')}
            send={() => answerOf(api.DELETE('/api/v1/people/{id}/roles/{role}/{unit}/{from}', { params: { path } }))}
          />
        )}
      </div>
    </li>
  );
}

function GiveRole({ id }: { readonly id: string }): ReactNode {
  const { t } = useTranslation();
  const { data: units = [] } = useQuery(unitsQuery);
  const roles = useGivableRoles();
  const fields = {
    role: choiceOf(t('folk.role'), roles),
    unit: choiceOf(
      t('admin.unit'),
      units.filter(({ closedOn }) => closedOn === null),
    ),
    from: { ...DATE, title: t('admin.from') },
    to: { ...DATE, title: t('admin.to'), description: t('absence.toHelp') },
  };
  return (
    <InPlaceForm
      label={t('person.giveRole')}
      draftKey={`role.new.${id}`}
      input={formOf(fields, ['role', 'unit'])}
      send={(values, key) =>
        answerOf(
          api.POST('/api/v1/people/{id}/roles', {
            params: { path: { id }, header: { 'Idempotency-Key': key } },
            body: values as Schemas['RoleInput'],
          }),
        )
      }
    />
  );
}
