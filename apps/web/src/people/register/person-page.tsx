import { Button } from '@digdir/designsystemet-react';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { answerOf, api } from '../../api/client.js';
import type { Schemas } from '../../api/client.js';
import { unitsQuery, useUnitNames } from '../../api/register.js';
import type { Person } from '../../api/register.js';
import { AsyncView } from '../../ui/async-view.js';
import { ConfirmButton } from '../../ui/confirm-button.js';
import { changesIn, choiceOf, formOf, TEXT } from '../../ui/form/choices.js';
import { InPlaceForm } from '../../ui/in-place-form.js';
import { AbsenceList } from '../absences/absence-list.js';
import { AddAbsence } from '../absences/add-absence.js';
import { PersonIdentity } from './person-identity.js';
import { personQuery } from './person-query.js';
import { PersonRoles } from './person-roles.js';
import { PersonalData } from './personal-data.js';

const route = getRouteApi('/admin/folk/$person');

/** One person: facts, roles, signing in, absences, and the way out. */
export function PersonPage(): ReactNode {
  const { t } = useTranslation();
  const { person: id } = route.useParams();
  const person = useQuery(personQuery(id));
  return (
    <>
      <p>
        <Link to="/admin/folk">{t('person.back')}</Link>
      </p>
      <AsyncView query={person}>{(shown) => <Sections key={shown.id} person={shown} />}</AsyncView>
    </>
  );
}

function Sections({ person }: { readonly person: Person }): ReactNode {
  const { t } = useTranslation();
  const { id, name, active, staff } = person;
  return (
    <>
      <h2>{name}</h2>
      <Facts person={person} />
      {active && <PersonRoles id={id} />}
      {active && <PersonIdentity id={id} name={name} />}
      {active && staff && <Absences id={id} />}
      <section className="block" aria-labelledby="leave">
        <h3 id="leave">{t('person.leave')}</h3>
        <p className="lead soft">{t('person.leaveLead')}</p>
        {active ? (
          <Button asChild variant="secondary" data-size="sm">
            <Link to="/admin/folk/$person/slutter" params={{ person: id }}>
              {t('person.toLeave')}
            </Link>
          </Button>
        ) : (
          <div className="actions">
            <span>{t('folk.left')}.</span>
            <ConfirmButton
              label={t('person.back_active')}
              name={t('person.backName', { name })}
              question={t('person.backQuestion')}
              send={() => changePerson(person, { active: true })}
            />
          </div>
        )}
      </section>
      <PersonalData id={id} name={name} />
    </>
  );
}

const changePerson = ({ id, version }: Person, body: Schemas['PersonChange']) =>
  answerOf(
    api.PATCH('/api/v1/people/{id}', { params: { path: { id }, header: { 'If-Match': `"${version}"` } }, body }),
  );

function Facts({ person }: { readonly person: Person }): ReactNode {
  const { t } = useTranslation();
  const { data: units = [] } = useQuery(unitsQuery);
  const unitName = useUnitNames();
  const { id, name, unit, email, phone, staff, active } = person;
  const before = { name, unit, email: email ?? null, phone: phone ?? null };
  const fields = {
    name: { ...TEXT, title: t('admin.name'), default: name },
    unit: { ...choiceOf(t('admin.unit'), units), default: unit },
    email: { ...TEXT, title: t('admin.email'), ...(email && { default: email }) },
    phone: { ...TEXT, title: t('admin.phone'), ...(phone && { default: phone }) },
  };
  return (
    <section className="block" aria-labelledby="facts">
      <h3 id="facts">{t('person.facts')}</h3>
      <dl className="facts card card--padded">
        <dt>{t('folk.id')}</dt>
        <dd>{id}</dd>
        <dt>{t('admin.unit')}</dt>
        <dd>{unitName(unit)}</dd>
        <dt>{t('admin.email')}</dt>
        <dd className="break">{email === undefined ? t('person.hidden') : (email ?? '–')}</dd>
        <dt>{t('admin.phone')}</dt>
        <dd>{phone === undefined ? t('person.hidden') : (phone ?? '–')}</dd>
        <dt>{t('folk.isStaff')}</dt>
        <dd>{t(staff ? 'admin.yes' : 'admin.no')}</dd>
      </dl>
      {active && (
        <div className="actions">
          <InPlaceForm
            label={t('admin.change')}
            draftKey={`person.${id}.${person.version}`}
            input={formOf(fields, ['name', 'unit'])}
            send={(values) => changePerson(person, changesIn(before, values))}
          />
        </div>
      )}
    </section>
  );
}

function Absences({ id }: { readonly id: string }): ReactNode {
  const { t } = useTranslation();
  const absences = useQuery({
    queryKey: ['people', 'absences', id],
    queryFn: async () => (await answerOf(api.GET('/api/v1/people/{id}/absences', { params: { path: { id } } }))).items,
  });
  return (
    <section className="block" aria-labelledby="absences">
      <h3 id="absences">{t('person.absences')}</h3>
      <AsyncView query={absences}>{(all) => <AbsenceList absences={all} />}</AsyncView>
      <div className="actions">
        <AddAbsence person={id} />
      </div>
    </section>
  );
}
