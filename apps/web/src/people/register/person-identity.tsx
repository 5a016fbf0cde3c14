import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { answerOf, api } from '../../api/client.js';
import { AsyncView } from '../../ui/async-view.js';
import { ConfirmButton } from '../../ui/confirm-button.js';
import { formOf, TEXT } from '../../ui/form/choices.js';
import { InPlaceForm } from '../../ui/in-place-form.js';

/** How a person signs in, and how all sessions are ended. */
export function PersonIdentity({ id, name }: { readonly id: string; readonly name: string }): ReactNode {
  const { t } = useTranslation();
  const params = { path: { id } };
  const identity = useQuery({
    queryKey: ['people', 'identity', id],
    queryFn: () => answerOf(api.GET('/api/v1/people/{id}/identity', { params })),
  });
  const subject = { ...TEXT, title: t('person.subject'), description: t('person.subjectHelp') };
  return (
    <section className="block" aria-labelledby="identity">
      <h3 id="identity">{t('person.identity')}</h3>
      <AsyncView query={identity}>
        {({ issuer, linked }) => (
          <>
            <p>{linked ? t('person.linked', { issuer: t(`person.issuer.${issuer}`) }) : t('person.notLinked')}</p>
            <div className="actions">
              <InPlaceForm
                label={t(linked ? 'person.relink' : 'person.link')}
                draftKey={`identity.${id}`}
                input={formOf({ subject }, ['subject'])}
                send={(values) =>
                  answerOf(
                    api.PUT('/api/v1/people/{id}/identity', { params, body: { subject: String(values['subject']) } }),
                  )
                }
              />
              {linked && (
                <ConfirmButton
                  label={t('person.unlink')}
                  question={t('person.unlinkQuestion', { name })}
                  send={() => answerOf(api.DELETE('/api/v1/people/{id}/identity', { params }))}
                />
              )}
              <ConfirmButton
                label={t('person.signOutAll')}
                question={t('person.signOutQuestion', { name })}
                send={() => answerOf(api.DELETE('/api/v1/people/{id}/sessions', { params }))}
              />
            </div>
          </>
        )}
      </AsyncView>
    </section>
  );
}
