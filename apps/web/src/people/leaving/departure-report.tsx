import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Schemas } from '../../api/client.js';
import { useHoldingWords } from './holding-words.js';

interface DepartureReportProps {
  readonly report: Schemas['DepartureReport'];
  readonly name: string;
}

/** Line by line what a departure leads to, or has led to. */
export function DepartureReport({ report, name }: DepartureReportProps): ReactNode {
  const { t } = useTranslation();
  const words = useHoldingWords();
  const { dryRun, complete, lines } = report;
  const said = dryRun
    ? t('leaving.dryDone', { count: lines.length })
    : t(complete ? 'leaving.finished' : 'leaving.unfinished', { name });
  return (
    <>
      <p role="status">
        <strong>{said}</strong>
      </p>
      {lines.length > 0 && (
        <div className="card table-frame">
          <table className="table table--cards">
            <caption className="hidden-text">{said}</caption>
            <thead>
              <tr>
                <th scope="col">{t('leaving.what')}</th>
                <th scope="col">{t('leaving.outcomeTitle')}</th>
                <th scope="col">{t('leaving.toWhom')}</th>
              </tr>
            </thead>
            <tbody>
              {lines.map((line, at) => (
                <tr key={at}>
                  <th scope="row">{words(line)}</th>
                  <td>
                    <span className={line.outcome === 'REFUSED' ? 'late' : undefined}>
                      {t(`leaving.outcome.${line.outcome}`)}
                    </span>
                    {[line.why, line.warning].filter(Boolean).map((why) => (
                      <span key={why} className="table__below">
                        {why}
                      </span>
                    ))}
                  </td>
                  <td>{line.to?.name ?? '–'}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </>
  );
}
