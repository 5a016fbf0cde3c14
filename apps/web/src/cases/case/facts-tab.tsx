import { Button } from '@digdir/designsystemet-react';
import { useState } from 'react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useMe } from '../../access/me.js';
import { matterOf } from '../../words/names.js';
import { ActForm } from '../command/act-form.js';
import type { Act } from '../command/act-form.js';
import { DoneStrip, useDone } from '../command/done-strip.js';
import { useCase } from './case-query.js';
import { Timeline } from './timeline.js';

/** What is known in the case, newest first, and what can be registered now. */
export function FactsTab(): ReactNode {
  const { t } = useTranslation();
  const shown = useCase();
  const { user } = useMe();
  const { done, setDone } = useDone();
  const [act, setAct] = useState<Act>();
  const steps = shown.next.filter(
    ({ command, by, notBefore }) => command === 'registerFact' && !notBefore && by.some((it) => it.user === user),
  );
  return (
    <section className="section" aria-labelledby="facts">
      <h2 id="facts">{t('case.tab.facts')}</h2>
      <DoneStrip done={done} onUndone={() => setDone(undefined)} />
      {steps.length > 0 && !act && <h3>{t('factsTab.canRegister')}</h3>}
      {steps.length > 0 && !act && (
        <ul className="choices" aria-label={t('factsTab.canRegister')}>
          {steps.map((step) => (
            <li key={step.label}>
              <Button variant="secondary" data-size="sm" aria-label={step.label} onClick={() => setAct(step)}>
                {matterOf(step)}
              </Button>
            </li>
          ))}
        </ul>
      )}
      {act && (
        <div className="card card--padded">
          <h3>{act.label}</h3>
          <ActForm
            act={act}
            caseId={shown.id}
            version={shown.version}
            onTaken={(taken) => {
              setAct(undefined);
              setDone({ taken, canUndo: true });
            }}
            onCancel={() => setAct(undefined)}
          />
        </div>
      )}
      <Timeline caseId={shown.id} kind="FACT" />
    </section>
  );
}
