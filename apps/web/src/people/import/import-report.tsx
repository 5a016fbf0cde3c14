import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Schemas } from '../../api/client.js';

const OUTCOMES = ['CREATED', 'CHANGED', 'UNCHANGED', 'REFUSED'] as const;

const COLUMNS = [
  'id',
  'name',
  'email',
  'phone',
  'unit',
  'parent',
  'role',
  'roleUnit',
  'from',
  'to',
  'staff',
  'subject',
] as const;

/** Line by line what a sheet leads to. Refused lines come first: nothing is written until they are mended. */
export function ImportReport({ report }: { readonly report: Schemas['ImportReport'] }): ReactNode {
  const { t } = useTranslation();
  const { dryRun, written, rows } = report;
  const counts = OUTCOMES.map((outcome) => [outcome, rows.filter((row) => row.outcome === outcome).length] as const);
  const said = written ? t('import.written') : t(dryRun ? 'import.dryResult' : 'import.notWritten');
  const isRefused = rows.some(({ outcome }) => outcome === 'REFUSED');
  const heading = (column: string): string => {
    const known = COLUMNS.find((it) => it === column);
    return known ? t(`import.columns.${known}`) : column;
  };
  const sorted = [...rows].sort(
    (a, b) => Number(b.outcome === 'REFUSED') - Number(a.outcome === 'REFUSED') || a.line - b.line,
  );
  return (
    <div role="status" className="stack">
      <p>
        <strong>{said}</strong>{' '}
        {counts
          .filter(([, count]) => count > 0)
          .map(([outcome, count]) => t(`import.count.${outcome}`, { count }))
          .join(', ')}
        {'.'}
        {isRefused && <> {t('import.wouldNot')}</>}
      </p>
      <div className="card table-frame">
        <table className="table table--cards">
          <caption className="hidden-text">{said}</caption>
          <thead>
            <tr>
              <th scope="col">{t('import.line')}</th>
              <th scope="col">{t('import.what')}</th>
              <th scope="col">{t('admin.person')}</th>
              <th scope="col">{t('import.details')}</th>
            </tr>
          </thead>
          <tbody>
            {sorted.map(({ line, outcome, person, did, why, column }) => (
              <tr key={line}>
                <th scope="row">
                  <span className="card-only">{t('import.line')} </span>
                  {line}
                </th>
                <td className={outcome === 'REFUSED' ? 'late' : undefined}>{t(`import.outcome.${outcome}`)}</td>
                <td className="break">{outcome === 'CREATED' ? '–' : (person ?? '–')}</td>
                <td>
                  {why ?? did.map((it) => t(`import.did.${it}`)).join(', ')}
                  {column && <span className="table__below">{t('import.column', { column: heading(column) })}</span>}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </div>
  );
}
