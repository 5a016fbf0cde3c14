import { Button } from '@digdir/designsystemet-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { answerOf, api } from '../../api/client.js';
import { ConfirmButton } from '../../ui/confirm-button.js';
import { saveFile } from '../../ui/download.js';
import { Refusal } from '../../ui/refusal.js';
import { useChange } from '../../ui/use-change.js';

/** Everything that is held of a person, and erasure: what it would do first, and then doing it. */
export function PersonalData({ id, name }: { readonly id: string; readonly name: string }): ReactNode {
  const { t } = useTranslation();
  const params = { path: { id } };
  const download = useChange<void, unknown>(
    () => answerOf(api.GET('/api/v1/people/{id}/personal-data', { params })),
    (data) => saveFile(`${id}.json`, JSON.stringify(data, null, 2), 'application/json'),
  );
  const erase = (dryRun: boolean) => answerOf(api.POST('/api/v1/people/{id}/erasure', { params, body: { dryRun } }));
  const tried = useChange<void, Awaited<ReturnType<typeof erase>>>(() => erase(true));
  const rows = Object.entries(tried.data?.changed ?? {});
  return (
    <section className="block" aria-labelledby="personal-data">
      <h3 id="personal-data">{t('person.data')}</h3>
      <p className="lead soft">{t('person.dataLead')}</p>
      <div className="actions">
        <Button data-size="sm" variant="secondary" aria-busy={download.isPending} onClick={() => download.mutate()}>
          {t('person.export')}
        </Button>
        <Button data-size="sm" variant="tertiary" aria-busy={tried.isPending} onClick={() => tried.mutate()}>
          {t('person.eraseDry')}
        </Button>
      </div>
      <Refusal error={download.error} />
      <Refusal error={tried.error} />
      {tried.data && (
        <div className="in-place" role="status">
          <p>{t('person.eraseWould', { count: rows.reduce((sum, [, count]) => sum + count, 0) })}</p>
          <ul className="small">
            {rows.map(([table, count]) => (
              <li key={table}>{t('person.rows', { table, count })}</li>
            ))}
          </ul>
          <ConfirmButton
            label={t('person.erase')}
            question={t('person.eraseQuestion', { name })}
            send={() => erase(false)}
            onDone={() => tried.reset()}
          />
        </div>
      )}
    </section>
  );
}
