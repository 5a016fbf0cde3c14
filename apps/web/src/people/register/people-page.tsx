import { Button } from '@digdir/designsystemet-react';
import { keepPreviousData, useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { getRouteApi, Link, useNavigate } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { answerOf, api } from '../../api/client.js';
import type { Schemas } from '../../api/client.js';
import { unitsQuery, useGivableRoles, useRoleNames, useUnitNames } from '../../api/register.js';
import type { Person } from '../../api/register.js';
import { AsyncView } from '../../ui/async-view.js';
import { choiceOf, formOf, TEXT } from '../../ui/form/choices.js';
import { InPlaceForm } from '../../ui/in-place-form.js';
import { FilterChoice, FilterText } from '../../ui/list-filter.js';
import type { PeopleFilter } from './people-filter.js';

/** The address may name any role; one that the server does not know is refused. */
type RoleId = Schemas['RoleInput']['role'];

const route = getRouteApi('/admin/folk');

/** Everybody who uses Stafett. The address holds the view. */
export function PeoplePage(): ReactNode {
  const { t } = useTranslation();
  const filter = route.useSearch();
  const query = useInfiniteQuery({
    queryKey: ['people', filter],
    initialPageParam: undefined as string | undefined,
    queryFn: ({ pageParam: cursor }) =>
      answerOf(
        api.GET('/api/v1/people', {
          params: {
            query: {
              limit: '50',
              active: filter.sluttet ? 'false' : 'true',
              ...(filter.q && { q: filter.q }),
              ...(filter.enhet && { unit: filter.enhet }),
              ...(filter.rolle && { role: filter.rolle as RoleId }),
              ...(cursor !== undefined && { cursor }),
            },
          },
        }),
      ),
    getNextPageParam: ({ next }) => next ?? undefined,
    placeholderData: keepPreviousData,
  });
  return (
    <>
      <h2>{t('admin.place.people')}</h2>
      <p className="lead soft">{t('folk.lead')}</p>
      <div className="actions">
        <NewPerson unit={filter.enhet} />
        <Button asChild variant="secondary" data-size="sm">
          <Link to="/admin/folk/importer">{t('folk.import')}</Link>
        </Button>
      </div>
      <Filters filter={filter} />
      <AsyncView query={query}>
        {({ pages }) => {
          const people = pages.flatMap(({ items }) => items);
          return people.length === 0 ? (
            <p>{t('admin.none')}</p>
          ) : (
            <>
              <PeopleTable people={people} />
              <p className="soft small" role="status">
                {t('folk.count', { count: people.length })}
              </p>
              {query.hasNextPage && (
                <Button
                  variant="secondary"
                  aria-busy={query.isFetchingNextPage}
                  onClick={() => void query.fetchNextPage()}
                >
                  {t('admin.more')}
                </Button>
              )}
            </>
          );
        }}
      </AsyncView>
    </>
  );
}

function Filters({ filter }: { readonly filter: PeopleFilter }): ReactNode {
  const { t } = useTranslation();
  const navigate = route.useNavigate();
  const { data: units = [] } = useQuery(unitsQuery);
  const roles = useGivableRoles();
  const set = (change: { readonly [K in keyof PeopleFilter]?: PeopleFilter[K] | undefined }): void =>
    void navigate({ search: { ...filter, ...change }, replace: true });
  return (
    <form
      className="list-filter"
      role="search"
      aria-label={t('folk.filters')}
      onSubmit={(event) => event.preventDefault()}
    >
      <FilterText label={t('folk.searchName')} value={filter.q ?? ''} onChange={(q) => set({ q })} />
      <FilterChoice
        label={t('admin.unit')}
        value={filter.enhet}
        choices={units.map(({ id, name }) => [id, name])}
        onChange={(enhet) => set({ enhet })}
      />
      <FilterChoice
        label={t('folk.role')}
        value={filter.rolle}
        choices={roles.map(({ id, name }) => [id, name])}
        onChange={(rolle) => set({ rolle })}
      />
      <FilterChoice
        label={t('folk.active')}
        none={t('folk.activeOnly')}
        value={filter.sluttet ? 'left' : undefined}
        choices={[['left', t('folk.leftOnly')]]}
        onChange={(left) => set({ sluttet: left ? true : undefined })}
      />
    </form>
  );
}

function PeopleTable({ people }: { readonly people: readonly Person[] }): ReactNode {
  const { t } = useTranslation();
  const unitName = useUnitNames();
  const roleNames = useRoleNames();
  return (
    <div className="card table-frame">
      <table className="table table--cards">
        <caption className="hidden-text">{t('folk.table')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('admin.name')}</th>
            <th scope="col">{t('admin.unit')}</th>
            <th scope="col">{t('folk.roles')}</th>
            <th scope="col">{t('admin.email')}</th>
          </tr>
        </thead>
        <tbody>
          {people.map(({ id, name, unit, roles, email, active, staff }) => (
            <tr key={id}>
              <th scope="row">
                <Link to="/admin/folk/$person" params={{ person: id }}>
                  {name}
                </Link>
                {!active && <span className="table__below">{t('folk.left')}</span>}
              </th>
              <td>
                {unitName(unit)}
                {!staff && <span className="table__below">{t('folk.outside')}</span>}
              </td>
              <td>
                {roles.length === 0
                  ? t('folk.noRoles')
                  : [...new Set(roles.map(({ role }) => roleNames[role] ?? role))].join(', ')}
              </td>
              <td className="break">{email}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function NewPerson({ unit }: { readonly unit: string | undefined }): ReactNode {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const { data: units = [] } = useQuery(unitsQuery);
  const open = units.filter(({ closedOn }) => closedOn === null);
  const fields = {
    name: { ...TEXT, title: t('admin.name') },
    unit: { ...choiceOf(t('admin.unit'), open), ...(unit !== undefined && { default: unit }) },
    email: { ...TEXT, title: t('admin.email') },
    phone: { ...TEXT, title: t('admin.phone') },
    id: { ...TEXT, title: t('folk.id'), description: t('folk.idHelp') },
    staff: { type: 'boolean', title: t('folk.isStaff') },
  };
  return (
    <InPlaceForm
      label={t('folk.new')}
      variant="primary"
      draftKey="person.new"
      input={formOf(fields, ['name', 'unit', 'staff'])}
      send={(values, key) =>
        answerOf(
          api.POST('/api/v1/people', {
            params: { header: { 'Idempotency-Key': key } },
            body: values as Schemas['PersonInput'],
          }),
        )
      }
      onDone={({ id }) => void navigate({ to: '/admin/folk/$person', params: { person: id } })}
    />
  );
}
