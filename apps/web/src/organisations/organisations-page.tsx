import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { answerOf, api } from '../api/client.js';
import type { Schemas } from '../api/client.js';
import { AsyncView } from '../ui/async-view.js';
import { ConfirmButton } from '../ui/confirm-button.js';
import { formOf, TEXT } from '../ui/form/choices.js';
import { InPlaceForm } from '../ui/in-place-form.js';
import { FilterText } from '../ui/list-filter.js';

const route = getRouteApi('/admin/organisasjoner');

/** Organisations, and who speaks for one of them. The address holds what is searched for and which one is open. */
export function OrganisationsPage(): ReactNode {
  const { t } = useTranslation();
  const { q, valgt } = route.useSearch();
  const navigate = route.useNavigate();
  const found = useQuery({
    queryKey: ['organisations', q],
    enabled: q !== undefined,
    queryFn: async () => {
      const digits = (q ?? '').replace(/\s/g, '');
      const query = /^\d{9}$/.test(digits) ? { number: digits } : { q: q ?? '' };
      return (await answerOf(api.GET('/api/v1/organisations', { params: { query } }))).items;
    },
  });
  return (
    <>
      <h2>{t('admin.place.organisations')}</h2>
      <p className="lead soft">{t('orgs.lead')}</p>
      <form
        className="list-filter"
        role="search"
        aria-label={t('admin.place.organisations')}
        onSubmit={(event) => event.preventDefault()}
      >
        <FilterText
          label={t('orgs.search')}
          value={q ?? ''}
          onChange={(words) => void navigate({ search: words === undefined ? {} : { q: words }, replace: true })}
        />
      </form>
      {q === undefined ? (
        <p>{t('orgs.find')}</p>
      ) : (
        <AsyncView query={found}>
          {(all) =>
            all.length === 0 ? (
              <p>{t('admin.none')}</p>
            ) : (
              <ul className="card lines" aria-label={t('orgs.results')}>
                {all.map(({ id, name, number }) => (
                  <li key={id}>
                    <p>
                      <Link
                        to="/admin/organisasjoner"
                        search={{ q, valgt: id }}
                        aria-current={id === valgt ? 'true' : undefined}
                      >
                        {name}
                      </Link>{' '}
                      <span className="soft small">{number}</span>
                    </p>
                    {id === valgt && <Contacts organisation={id} name={name} />}
                  </li>
                ))}
              </ul>
            )
          }
        </AsyncView>
      )}
    </>
  );
}

function Contacts({ organisation, name }: { readonly organisation: string; readonly name: string }): ReactNode {
  const { t } = useTranslation();
  const contacts = useQuery({
    queryKey: ['organisations', 'contacts', organisation],
    queryFn: async () =>
      (await answerOf(api.GET('/api/v1/organisations/{organisation}/contacts', { params: { path: { organisation } } })))
        .items,
  });
  const fields = {
    name: { ...TEXT, title: t('admin.name') },
    email: { ...TEXT, title: t('admin.email') },
    phone: { ...TEXT, title: t('admin.phone') },
  };
  return (
    <section className="block" aria-labelledby="contacts">
      <h3 id="contacts">{t('orgs.contacts', { name })}</h3>
      <AsyncView query={contacts}>
        {(all) =>
          all.length === 0 ? (
            <p>{t('orgs.noContacts')}</p>
          ) : (
            <ul className="lines">
              {all.map((contact) => (
                <ContactRow key={contact.id} organisation={organisation} contact={contact} />
              ))}
            </ul>
          )
        }
      </AsyncView>
      <div className="actions">
        <InPlaceForm
          label={t('orgs.add')}
          draftKey={`contact.new.${organisation}`}
          input={formOf(fields, ['name', 'email'])}
          send={(values, key) =>
            answerOf(
              api.POST('/api/v1/organisations/{organisation}/contacts', {
                params: { path: { organisation }, header: { 'Idempotency-Key': key } },
                body: values as Schemas['OrganisationContactInput'],
              }),
            )
          }
        />
      </div>
    </section>
  );
}

interface ContactRowProps {
  readonly organisation: string;
  readonly contact: Schemas['OrganisationContact'];
}

function ContactRow({ organisation, contact }: ContactRowProps): ReactNode {
  const { t } = useTranslation();
  const { id, name, email, phone, collaboration, confirmed } = contact;
  const path = { organisation, contact: id };
  const isWaiting = collaboration === null && !confirmed;
  return (
    <li>
      <p>
        <strong>{name}</strong>
        <span className="table__below">{[email, phone].filter(Boolean).join(' · ')}</span>
      </p>
      <p className={isWaiting ? 'small late' : 'small soft'}>
        {isWaiting ? t('orgs.unconfirmed') : t(collaboration === null ? 'orgs.whole' : 'orgs.oneCase')}
      </p>
      <div className="actions">
        {isWaiting && (
          <ConfirmButton
            label={t('orgs.confirm')}
            name={t('orgs.confirmName', { name })}
            question={t('orgs.confirmQuestion', { name })}
            send={() =>
              answerOf(
                api.POST('/api/v1/organisations/{organisation}/contacts/{contact}/confirmation', { params: { path } }),
              )
            }
          />
        )}
        {email !== null && (
          <ConfirmButton
            label={t('orgs.sendLink')}
            name={t('orgs.sendLinkName', { name })}
            question={t('orgs.sendLinkQuestion', { email })}
            send={(key) =>
              answerOf(
                api.POST('/api/v1/organisations/{organisation}/contacts/{contact}/link', {
                  params: { path, header: { 'Idempotency-Key': key } },
                }),
              )
            }
          />
        )}
        <ConfirmButton
          label={t('orgs.remove')}
          name={t('orgs.removeName', { name })}
          question={t('orgs.removeQuestion', { name })}
          send={() =>
            answerOf(api.DELETE('/api/v1/organisations/{organisation}/contacts/{contact}', { params: { path } }))
          }
        />
      </div>
    </li>
  );
}
