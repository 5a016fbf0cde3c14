import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { dayOfMonth } from '../../words/dates.js';
import type { Case } from './case-query.js';

/** On what conditions others took over or said yes; they stand as long as the case. */
export function Conditions({ shown, now }: { readonly shown: Case; readonly now: Date }): ReactNode {
  const { t } = useTranslation();
  const { conditions, questions, number } = shown;
  const answered = questions.flatMap(({ id, answer }) =>
    answer?.conditions === undefined ? [] : [{ id, answer, conditions: answer.conditions }],
  );
  if (conditions.length + answered.length === 0) return null;
  return (
    <section className="section" aria-labelledby="conditions">
      <h2 id="conditions">{t('relayPages.conditions')}</h2>
      <ul className="card card--padded conditions">
        {conditions.map(({ handover, person, personName, at, conditions: words }) => (
          <li key={`${handover}.${person}`}>
            <p dir="auto">«{words}»</p>
            <Link to="/saker/$number/overlevering/$handover" params={{ number, handover }} className="small">
              {t('relayPages.conditionOf', { name: personName, day: dayOfMonth(at, now) })}
            </Link>
          </li>
        ))}
        {answered.map(({ id, answer, conditions: words }) => (
          <li key={id}>
            <p dir="auto">«{words}»</p>
            <Link to="/saker/$number/sporsmal" params={{ number }} className="small">
              {t('relayPages.conditionOf', { name: answer.by?.name ?? '', day: dayOfMonth(answer.at, now) })}
            </Link>
          </li>
        ))}
      </ul>
    </section>
  );
}
