import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { TFunction } from 'i18next';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { answerOf, api } from '../../api/client.js';
import type { Schemas } from '../../api/client.js';
import { useNow } from '../../api/clock.js';
import { activePeopleQuery, unitsQuery } from '../../api/register.js';
import type { Unit } from '../../api/register.js';
import { AsyncView } from '../../ui/async-view.js';
import { changesIn, choiceOf, DATE, formOf, TEXT } from '../../ui/form/choices.js';
import { InPlaceForm } from '../../ui/in-place-form.js';
import { shortDay } from '../../words/dates.js';
import { nameBeside } from '../../words/names.js';
import './units.css';

/** The units of the municipality, as a tree. */
export function UnitsPage(): ReactNode {
  const { t } = useTranslation();
  const units = useQuery(unitsQuery);
  return (
    <>
      <h2>{t('admin.place.units')}</h2>
      <p className="lead soft">{t('units.lead')}</p>
      <AsyncView query={units}>
        {(all) => (
          <div className="stack">
            <div className="actions">
              <NewUnit all={all} label={t('units.new')} name={t('units.new')} variant="primary" />
            </div>
            <div className="card card--padded">
              <Branch all={all} under={null} />
            </div>
          </div>
        )}
      </AsyncView>
    </>
  );
}

function Branch({ all, under }: { readonly all: readonly Unit[]; readonly under: string | null }): ReactNode {
  const here = all.filter(({ parent }) => parent === under).sort((a, b) => a.name.localeCompare(b.name, 'nb'));
  if (here.length === 0) return null;
  return (
    <ul className="tree">
      {here.map((unit) => (
        <li key={unit.id}>
          <UnitRow unit={unit} all={all} />
          <Branch all={all} under={unit.id} />
        </li>
      ))}
    </ul>
  );
}

function UnitRow({ unit, all }: { readonly unit: Unit; readonly all: readonly Unit[] }): ReactNode {
  const { t } = useTranslation();
  const now = useNow();
  const { id, name, manager, deputyManager, holdsCases, closedOn } = unit;
  const said = [
    manager ? leaderText(name, manager.name, t) : t('units.noManager'),
    ...(deputyManager ? [t('units.deputy', { name: deputyManager.name })] : []),
    ...(holdsCases ? [] : [t('units.leadsOnly')]),
    ...(closedOn ? [t('units.closed', { day: shortDay(closedOn, now) })] : []),
  ];
  return (
    <div className="tree__unit">
      <div>
        <strong>{name}</strong>
        <span className="soft small tree__said">{said.join(' · ')}</span>
      </div>
      <div className="actions">
        <Link to="/admin/folk" search={{ enhet: id }} aria-label={t('units.peopleIn', { unit: name })}>
          {t('units.people')}
        </Link>
        <NewUnit
          all={all}
          under={id}
          label={t('units.newUnder')}
          name={t('units.newUnderName', { unit: name })}
          variant="tertiary"
        />
        <ChangeUnit unit={unit} all={all} />
      </div>
    </div>
  );
}

/** A name that already says whom it leads, as in the demonstration, stands alone. */
const leaderText = (unit: string, name: string, t: TFunction): string =>
  nameBeside(unit, name) === name ? t('units.manager', { name }) : name;

interface NewUnitProps {
  readonly all: readonly Unit[];
  readonly under?: string;
  readonly label: string;
  readonly name: string;
  readonly variant: 'primary' | 'tertiary';
}

function NewUnit({ all, under, label, name, variant }: NewUnitProps): ReactNode {
  const { t } = useTranslation();
  const fields = {
    name: { ...TEXT, title: t('admin.name') },
    ...(under === undefined && { parent: choiceOf(t('units.parent'), all) }),
    holdsCases: { type: 'boolean', title: t('units.holdsCases') },
  };
  return (
    <InPlaceForm
      label={label}
      name={name}
      variant={variant}
      submitLabel={t('units.new')}
      draftKey={`unit.new.${under ?? ''}`}
      input={formOf(fields, ['name', 'holdsCases'])}
      send={(values, key) =>
        answerOf(
          api.POST('/api/v1/units', {
            params: { header: { 'Idempotency-Key': key } },
            body: { ...(under !== undefined && { parent: under }), ...values } as Schemas['UnitInput'],
          }),
        )
      }
    />
  );
}

function ChangeUnit({ unit, all }: { readonly unit: Unit; readonly all: readonly Unit[] }): ReactNode {
  const { t } = useTranslation();
  const { data: people = [] } = useQuery(activePeopleQuery);
  const { id, name, parent, holdsCases, closedOn, deputyManager } = unit;
  const before = { name, parent, holdsCases, closedOn, deputyManager: deputyManager?.id ?? null };
  const others = all.filter((it) => it.id !== id);
  const staff = people.filter((person) => person.staff && person.unit === id);
  const yesOrNo = [
    { id: 'true', name: t('admin.yes') },
    { id: 'false', name: t('admin.no') },
  ];
  const fields = {
    name: { ...TEXT, title: t('admin.name'), default: name },
    parent: { ...choiceOf(t('units.parent'), others), ...(parent !== null && { default: parent }) },
    holdsCases: { ...choiceOf(t('units.holdsCases'), yesOrNo), default: String(holdsCases) },
    deputyManager: {
      ...choiceOf(t('units.deputyManager'), staff),
      ...(deputyManager && { default: deputyManager.id }),
    },
    closedOn: { ...DATE, title: t('units.closedOn'), ...(closedOn !== null && { default: closedOn }) },
  };
  return (
    <InPlaceForm
      label={t('admin.change')}
      name={t('units.changeName', { unit: name })}
      variant="tertiary"
      submitLabel={t('admin.change')}
      draftKey={`unit.${id}`}
      input={formOf(fields, ['name', 'holdsCases'])}
      send={(values) =>
        answerOf(
          api.PATCH('/api/v1/units/{id}', {
            params: { path: { id } },
            body: changesIn(before, {
              ...values,
              holdsCases: values['holdsCases'] === 'true',
            }),
          }),
        )
      }
    />
  );
}
