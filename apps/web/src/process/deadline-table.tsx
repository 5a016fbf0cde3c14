import { useState } from 'react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { FilterChoice, FilterText } from '../ui/list-filter.js';
import type { DeadlineRule, ProcessShown } from './document.js';
import { useRuleWords } from './rule-words.js';

/** Every deadline of the process: within how many days, who owes it, from which source, and who is told when it nears. */
export function DeadlineTable({ shown }: { readonly shown: ProcessShown }): ReactNode {
  const { t } = useTranslation();
  const words = useRuleWords(shown);
  const [search, setSearch] = useState<string>();
  const [effect, setEffect] = useState<string>();
  const sought = search?.toLocaleLowerCase('nb');
  const found = Object.entries(shown.deadlines)
    .filter(([, rule]) => effect === undefined || rule.effect === effect)
    .filter(([, { label, source = '' }]) => !sought || `${label} ${source}`.toLocaleLowerCase('nb').includes(sought))
    .sort(([, a], [, b]) => a.label.localeCompare(b.label, 'nb'));
  return (
    <details className="block">
      <summary>
        <h3>{t('process.deadlines')}</h3>
      </summary>
      <form
        className="list-filter"
        role="search"
        aria-label={t('process.searchRules')}
        onSubmit={(event) => event.preventDefault()}
      >
        <FilterText label={t('process.searchRules')} value={search ?? ''} onChange={setSearch} />
        <FilterChoice
          label={t('process.effectFilter')}
          value={effect}
          choices={[['LEGAL', t('process.legalOnly')]]}
          onChange={setEffect}
        />
      </form>
      <p className="soft small" role="status">
        {t('process.found', { count: found.length })}
      </p>
      <div className="card table-frame">
        <table className="table table--cards">
          <caption className="hidden-text">{t('process.deadlines')}</caption>
          <thead>
            <tr>
              <th scope="col">{t('process.deadline')}</th>
              <th scope="col">{t('process.count')}</th>
              <th scope="col">{t('process.owedBy')}</th>
              <th scope="col">{t('process.source')}</th>
              <th scope="col">{t('process.ladder')}</th>
            </tr>
          </thead>
          <tbody>
            {found.map(([id, rule]) => (
              <tr key={id}>
                <th scope="row">{rule.label}</th>
                <td>{words.within(rule)}</td>
                <td>{words.owes(rule)}</td>
                <td>
                  <Kind rule={rule} />
                  {rule.source && <span className="table__below">{rule.source}</span>}
                </td>
                <td>{rule.ladder ? <a href={`#ladder-${rule.ladder}`}>{rule.ladder}</a> : '–'}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </details>
  );
}

function Kind({ rule: { effect, nature } }: { readonly rule: DeadlineRule }): ReactNode {
  const { t } = useTranslation();
  const kind = effect === 'LEGAL' ? <span className="law">§ {t('process.legal')}</span> : t('process.practice');
  return (
    <>
      {kind}
      {nature !== 'DEBT' && (
        <span className="table__below">{t(nature === 'HOLD' ? 'process.hold' : 'process.right')}</span>
      )}
    </>
  );
}
