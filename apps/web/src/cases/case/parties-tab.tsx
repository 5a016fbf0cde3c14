import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useNow } from '../../api/clock.js';
import { shortDay } from '../../words/dates.js';
import { useCase } from './case-query.js';
import type { Case } from './case-query.js';

/** Who has a role in the case, and from when to when. */
export function PartiesTab(): ReactNode {
  const { t } = useTranslation();
  const { parties } = useCase();
  const now = useNow();
  return (
    <section className="section" aria-labelledby="parties">
      <h2 id="parties">{t('case.tab.parties')}</h2>
      {parties.length === 0 ? <p>{t('parties.none')}</p> : <PartyTable parties={parties} now={now} />}
    </section>
  );
}

function PartyTable({ parties, now }: { readonly parties: Case['parties']; readonly now: Date }): ReactNode {
  const { t } = useTranslation();
  return (
    <div className="table-frame card">
      <table className="table">
        <caption className="hidden-text">{t('case.tab.parties')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('parties.who')}</th>
            <th scope="col">{t('parties.role')}</th>
            <th scope="col">{t('parties.when')}</th>
          </tr>
        </thead>
        <tbody>
          {parties.map(({ id, name, role, label, from, to, now: isNow }) => (
            <tr key={`${id}.${role}.${from}`} className={isNow ? undefined : 'soft'}>
              <th scope="row">{name}</th>
              <td>{label}</td>
              <td>
                {to
                  ? t('parties.fromTo', { from: shortDay(from, now), to: shortDay(to, now) })
                  : t('parties.from', { from: shortDay(from, now) })}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
