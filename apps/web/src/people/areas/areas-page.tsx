import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { answerOf, api } from '../../api/client.js';
import type { Schemas } from '../../api/client.js';
import { useNow } from '../../api/clock.js';
import { useUnitNames } from '../../api/register.js';
import { AsyncView } from '../../ui/async-view.js';
import { shortDay } from '../../words/dates.js';

/** The areas that stand on the front page, each with whom to call and when an answer comes. */
export function AreasPage(): ReactNode {
  const { t } = useTranslation();
  const areas = useQuery({
    queryKey: ['areas'],
    queryFn: async () => (await answerOf(api.GET('/api/v1/areas'))).items,
  });
  return (
    <>
      <h2>{t('admin.place.areas')}</h2>
      <p className="lead soft">
        {t('areas.lead')} {t('areas.readOnly')}
      </p>
      <div className="stack">
        <AsyncView query={areas}>
          {(all) => (all.length === 0 ? <p>{t('areas.none')}</p> : <AreaTable areas={all} />)}
        </AsyncView>
      </div>
    </>
  );
}

function AreaTable({ areas }: { readonly areas: readonly Schemas['Area'][] }): ReactNode {
  const { t } = useTranslation();
  const now = useNow();
  const unitName = useUnitNames();
  return (
    <div className="card table-frame">
      <table className="table table--cards">
        <caption className="hidden-text">{t('admin.place.areas')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('admin.place.areas')}</th>
            <th scope="col">{t('areas.unit')}</th>
            <th scope="col">{t('areas.contact')}</th>
            <th scope="col">{t('areas.deputy')}</th>
            <th scope="col">{t('areas.reply')}</th>
          </tr>
        </thead>
        <tbody>
          {areas.map(({ id, name, text, unit, contact, deputy, openTo, replyWithinWorkingDays: days }) => (
            <tr key={id}>
              <th scope="row">
                {name}
                <span className="table__below">{text}</span>
              </th>
              <td>{unitName(unit)}</td>
              <td>
                {contact.name}
                <span className="table__below">{contact.phone ?? t('areas.noPhone')}</span>
              </td>
              <td>{deputy.name}</td>
              <td>
                {t('areas.replyDays', { count: days })}
                {openTo && <span className="table__below">{t('admin.until', { day: shortDay(openTo, now) })}</span>}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
