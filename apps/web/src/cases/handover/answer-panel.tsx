import { Button } from '@digdir/designsystemet-react';
import { useState } from 'react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { TFunction } from 'i18next';
import type { Case } from '../case/case-query.js';
import { ActForm } from '../command/act-form.js';
import type { Act } from '../command/act-form.js';
import { DoneStrip, useDone } from '../command/done-strip.js';
import { Refusal } from '../command/refusal.js';
import { useCommand } from '../command/use-command.js';

const TEXT = { type: 'string', pattern: '\\S', maxLength: 4000 };

/** What a receiver, or the sender, can do with the handover now. Nothing for everybody else. */
export function AnswerPanel({ shown }: { readonly shown: Case }): ReactNode {
  const { t } = useTranslation();
  const { done, setDone } = useDone();
  const [act, setAct] = useState<Act>();
  const acknowledge = useCommand((taken) => setDone({ taken, canUndo: false }));
  const isAllowed = (type: string): boolean => shown.actions.some((action) => action.type === type && action.allowed);
  const acts = answersIn(t).filter(({ command }) => isAllowed(command));
  if (acts.length === 0 && !isAllowed('acknowledgeHandover') && !done) return null;
  return (
    <aside className="panel card" aria-label={t('answer.panel')}>
      <DoneStrip done={done} onUndone={() => setDone(undefined)} />
      {isAllowed('acknowledgeHandover') && (
        <div className="panel__acknowledge">
          <p>{t('answer.acknowledgeLead')}</p>
          <Button
            variant="secondary"
            aria-busy={acknowledge.isPending}
            onClick={() => acknowledge.mutate({ caseId: shown.id, body: { type: 'acknowledgeHandover' } })}
          >
            {t('answer.acknowledge')}
          </Button>
          <Refusal error={acknowledge.error} />
        </div>
      )}
      {acts.length > 0 && !act && (
        <ul className="panel__choices">
          {acts.map((choice) => (
            <li key={choice.command}>
              <Button
                variant={choice.command === 'acceptHandover' ? 'primary' : 'secondary'}
                onClick={() => setAct(choice)}
              >
                {choice.label}
              </Button>
            </li>
          ))}
        </ul>
      )}
      {act && (
        <>
          <h2>{act.label}</h2>
          {act.command === 'acceptHandover' && <p>{t('answer.acceptLead', { unit: shown.unitName })}</p>}
          <ActForm
            key={act.command}
            act={act}
            caseId={shown.id}
            version={shown.version}
            onTaken={(taken) => {
              setAct(undefined);
              setDone({ taken, canUndo: false });
            }}
            onCancel={() => setAct(undefined)}
          />
        </>
      )}
    </aside>
  );
}

/** The four ways to end a handover, each with what it must say. */
const answersIn = (t: TFunction): readonly Act[] => [
  {
    command: 'acceptHandover',
    body: { type: 'acceptHandover' },
    label: t('answer.accept'),
    input: { type: 'object', properties: { conditions: { ...TEXT, title: t('answer.conditions') } }, required: [] },
  },
  {
    command: 'returnHandover',
    body: { type: 'returnHandover' },
    label: t('answer.return'),
    input: {
      type: 'object',
      properties: { gaps: { type: 'array', items: { type: 'string' }, title: t('answer.gaps') } },
      required: ['gaps'],
    },
  },
  {
    command: 'declineHandover',
    body: { type: 'declineHandover' },
    label: t('answer.decline'),
    input: {
      type: 'object',
      properties: {
        reason: { ...TEXT, title: t('answer.reason') },
        alternative: { ...TEXT, title: t('answer.alternative') },
      },
      required: ['reason', 'alternative'],
    },
  },
  {
    command: 'withdrawHandover',
    body: { type: 'withdrawHandover' },
    label: t('answer.withdraw'),
    input: { type: 'object', properties: { reason: { ...TEXT, title: t('answer.reason') } }, required: ['reason'] },
  },
];
