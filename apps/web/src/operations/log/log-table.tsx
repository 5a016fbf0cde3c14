import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Schemas } from '../../api/client.js';
import { useNow } from '../../api/clock.js';
import { useRoleNames, useUnitNames } from '../../api/register.js';
import { shortDay, timeOfDay } from '../../words/dates.js';
import { LOG_DEEDS, LOG_KINDS, LOG_METHODS } from './log-filter.js';

type Entry = Schemas['AuditEntry'];

/** Entries of the audit log. */
export function LogTable({ entries }: { readonly entries: readonly Entry[] }): ReactNode {
  const { t } = useTranslation();
  const now = useNow();
  const kindWord = (kind: string): string => {
    const known = LOG_KINDS.find((it) => it === kind);
    return known ? t(`log.kinds.${known}`) : kind;
  };
  return (
    <div className="card table-frame">
      <table className="table table--cards">
        <caption className="hidden-text">{t('admin.place.log')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('log.at')}</th>
            <th scope="col">{t('log.what')}</th>
            <th scope="col">{t('log.who')}</th>
            <th scope="col">{t('log.whom')}</th>
            <th scope="col">{t('log.details')}</th>
          </tr>
        </thead>
        <tbody>
          {entries.map(({ id, at, kind, by, subject, collaboration, detail }) => (
            <tr key={id}>
              <td className="nowrap">
                {shortDay(at, now)} {timeOfDay(at)}
              </td>
              <th scope="row">{kindWord(kind)}</th>
              <td>{by ? (by.name ?? by.id) : t('log.nobody')}</td>
              <td className="break">
                {[subject && (subject.name ?? subject.id), collaboration && (collaboration.number ?? collaboration.id)]
                  .filter(Boolean)
                  .join(' · ') || '–'}
              </td>
              <td className="break small soft">
                <Detail detail={detail} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** What is said of it beside who and whom, in words. What has no word here is in the file with all of the log. */
function Detail({ detail }: Pick<Entry, 'detail'>): ReactNode {
  const { t } = useTranslation();
  const now = useNow();
  const roleNames = useRoleNames();
  const unitName = useUnitNames();
  const { did, method, role, unit, from, to } = detail;
  const dayOf = (value: unknown): string | undefined =>
    typeof value === 'string' && /^\d{4}-\d\d-\d\d$/.test(value) ? shortDay(value, now) : undefined;
  const [first, last] = [dayOf(from), dayOf(to)];
  const known = <Word extends string>(words: readonly Word[], value: unknown) => words.find((it) => it === value);
  const what = known(LOG_DEEDS, did);
  const way = known(LOG_METHODS, method);
  const parts = [
    what && t(`log.deeds.${what}`),
    way && t(`log.methods.${way}`),
    typeof role === 'string' && (roleNames[role] ?? role),
    typeof unit === 'string' && unitName(unit),
    first && t('log.first', { day: first }),
    last && t('log.last', { day: last }),
  ];
  return parts.filter(Boolean).join(', ');
}
