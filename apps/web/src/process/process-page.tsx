import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useNow } from '../api/clock.js';
import { processQuery } from '../api/register.js';
import { AsyncView } from '../ui/async-view.js';
import { longDay } from '../words/dates.js';
import { DeadlineTable } from './deadline-table.js';
import { orderOf, shownOf } from './document.js';
import type { Outcome, ProcessShown } from './document.js';
import { ProcessDrawing } from './process-drawing.js';
import { useRuleWords } from './rule-words.js';

/** The process as it is in force: drawn, and every rule with its days and its source. */
export function ProcessPage(): ReactNode {
  const { t } = useTranslation();
  const now = useNow();
  const process = useQuery(processQuery);
  return (
    <>
      <h2>{t('admin.place.process')}</h2>
      <AsyncView query={process}>
        {(document) => {
          const shown = shownOf(document);
          return (
            <>
              <p className="lead soft">
                {t('process.lead', { version: shown.version, day: longDay(shown.validFrom, now) })}
              </p>
              <ProcessDrawing shown={shown} />
              <GateTable shown={shown} />
              <DeadlineTable shown={shown} />
              <LegalItems shown={shown} />
              <Ladders shown={shown} />
              <section className="block" aria-labelledby="versions">
                <h3 id="versions">{t('process.versions')}</h3>
                <ul>
                  {(document.versions ?? []).map(({ version, validFrom }) => (
                    <li key={version}>{t('process.version', { version, day: longDay(validFrom, now) })}</li>
                  ))}
                </ul>
              </section>
            </>
          );
        }}
      </AsyncView>
    </>
  );
}

interface WithProcess {
  readonly shown: ProcessShown;
}

/** What the drawing shows, as a table, and who decides. */
function GateTable({ shown }: WithProcess): ReactNode {
  const { t } = useTranslation();
  const words = useRuleWords(shown);
  const { phases, gates } = shown;
  const way = ({ decision, toPhase, exceptional }: Outcome, phase: string): string => {
    const stays = decision === 'STOP' ? t('process.ends') : t('process.stays');
    const leads = toPhase === undefined || toPhase === phase ? stays : (phases[toPhase]?.label ?? toPhase);
    return `${t(`process.decision.${decision}`)}: ${leads}${exceptional ? ` (${t('process.exception')})` : ''}`;
  };
  return (
    <section className="block" aria-labelledby="gates">
      <h3 id="gates">{t('process.gates')}</h3>
      <div className="card table-frame">
        <table className="table table--cards">
          <caption className="hidden-text">{t('process.gates')}</caption>
          <thead>
            <tr>
              <th scope="col">{t('process.phase')}</th>
              <th scope="col">{t('process.gate')}</th>
              <th scope="col">{t('process.decider')}</th>
              <th scope="col">{t('process.leads')}</th>
            </tr>
          </thead>
          <tbody>
            {orderOf(shown).flatMap((phase) =>
              (phases[phase]?.gates ?? []).flatMap((id) => {
                const gate = gates[id];
                if (!gate) return [];
                return (
                  <tr key={id}>
                    <td>{phases[phase]?.label}</td>
                    <th scope="row">
                      {id} {gate.label}
                      <span className="table__below">{t('process.items', { count: gate.items.length })}</span>
                    </th>
                    <td>{gate.decider.map((who) => words.who(who)).join(', ')}</td>
                    <td>
                      <ul>
                        {gate.outcomes.map((outcome, at) => (
                          <li key={at}>{way(outcome, phase)}</li>
                        ))}
                      </ul>
                    </td>
                  </tr>
                );
              }),
            )}
          </tbody>
        </table>
      </div>
    </section>
  );
}

function LegalItems({ shown: { items } }: WithProcess): ReactNode {
  const { t } = useTranslation();
  const legal = Object.entries(items).filter(([, { requirement }]) => requirement === 'LEGAL');
  return (
    <section className="block" aria-labelledby="legal-items">
      <h3 id="legal-items">{t('process.legalItems')}</h3>
      <ul className="card lines">
        {legal.map(([id, { label, source }]) => (
          <li key={id}>
            {label}
            {source && <span className="table__below">{source}</span>}
          </li>
        ))}
      </ul>
    </section>
  );
}

function Ladders({ shown }: WithProcess): ReactNode {
  const { t } = useTranslation();
  const words = useRuleWords(shown);
  return (
    <details className="block">
      <summary>
        <h3>{t('process.ladders')}</h3>
      </summary>
      <p className="lead soft">{t('process.laddersLead')}</p>
      <ul className="card lines">
        {Object.entries(shown.ladders)
          .sort(([a], [b]) => a.localeCompare(b))
          .map(([id, rungs]) => (
            <li key={id}>
              <h4 id={`ladder-${id}`}>{id}</h4>
              <ul className="small">
                {rungs.map((rung) => (
                  <li key={rung.rung}>
                    {words.when(rung)}: {rung.to.map((slot) => words.told(slot)).join(', ')}{' '}
                    {t(`process.action.${rung.action}`)}
                  </li>
                ))}
              </ul>
            </li>
          ))}
      </ul>
    </details>
  );
}
