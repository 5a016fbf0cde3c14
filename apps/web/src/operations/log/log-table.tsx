import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Schemas } from '../../api/client.js';
import { useNow } from '../../api/clock.js';
import { shortDay, timeOfDay } from '../../words/dates.js';
import { LOG_KINDS } from './log-filter.js';

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
              <td className="break small soft">{detailText(detail)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

const detailText = (detail: Entry['detail']): string =>
  Object.entries(detail)
    .map(([name, value]) => `${name}: ${typeof value === 'string' ? value : JSON.stringify(value)}`)
    .join(', ');
