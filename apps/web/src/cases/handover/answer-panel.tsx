import { Button } from '@digdir/designsystemet-react';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import type { TFunction } from 'i18next';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useMe } from '../../access/me.js';
import type { Schemas } from '../../api/client.js';
import { formsAbout, formsQuery } from '../command/forms-query.js';
import type { CaseForm } from '../command/forms-query.js';
import type { Case } from '../case/case-query.js';
import { ActForm } from '../command/act-form.js';
import { DoneStrip, useDone } from '../command/done-strip.js';
import { Checking, Refusal } from '../command/refusal.js';
import { useCommand } from '../command/use-command.js';
import { LapsedChoices } from '../lapsed/lapsed-choices.js';

const ANSWERS = ['acceptHandover', 'returnHandover', 'declineHandover', 'withdrawHandover'];
const CAME_BACK = ['RETURNED', 'DECLINED', 'WITHDRAWN'];

interface AnswerPanelProps {
  readonly shown: Case;
  readonly handover: Schemas['HandoverDetail'];
}

/** What a receiver, the sender, or after a lapse the manager, can do with the handover now. Nothing for everybody else. */
export function AnswerPanel({ shown, handover }: AnswerPanelProps): ReactNode {
  const { t } = useTranslation();
  const { user } = useMe();
  const { done, setDone } = useDone();
  const [act, setAct] = useState<CaseForm>();
  const { data: forms = [] } = useQuery(formsQuery(shown));
  const acknowledge = useCommand((taken) => setDone({ taken, canUndo: false }));
  const [toConfirm] = formsAbout(forms, ['acknowledgeHandover']);
  const acts = formsAbout(forms, ANSWERS);
  const isLapsed = shown.handover?.state === 'LAPSED';
  const mayWrite =
    CAME_BACK.includes(shown.handover?.state ?? '') &&
    shown.actions.some(({ type, allowed }) => type === 'draftHandover' && allowed);
  if (acts.length === 0 && !toConfirm && !isLapsed && !mayWrite && !done) return null;
  return (
    <aside className="panel card" aria-label={t('answer.panel')}>
      <DoneStrip done={done} onUndone={() => setDone(undefined)} />
      {isLapsed && <LapsedChoices shown={shown} onTaken={setDone} />}
      {mayWrite && <WayOn shown={shown} />}
      {toConfirm && (
        <div className="panel__acknowledge">
          <p>{t('answer.acknowledgeLead')}</p>
          <Button
            variant="secondary"
            aria-busy={acknowledge.isPending}
            onClick={() => acknowledge.mutate({ caseId: shown.id, body: { type: 'acknowledgeHandover' } })}
          >
            {t('answer.acknowledge')}
          </Button>
          <Checking is={acknowledge.isChecking} />
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
          {act.command === 'acceptHandover' && <p>{acceptLead(shown, handover.taker, user, t)}</p>}
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

/** Who has the case when all have taken over. */
function acceptLead({ unitName }: Case, taker: Schemas['HandoverDetail']['taker'], user: string, t: TFunction): string {
  if (taker === null) return t('answer.acceptStays', { unit: unitName });
  return taker.id === user
    ? t('answer.acceptLead', { unit: unitName })
    : t('answer.acceptOthers', { name: taker.name });
}

/** After a handover that came back the sender writes it anew, to the same phase or to another unit. */
function WayOn({ shown: { number, handover } }: { readonly shown: Case }): ReactNode {
  const { t } = useTranslation();
  return (
    <>
      <h2>{t('relayPages.wayOn')}</h2>
      <ul className="panel__choices">
        {handover?.purpose === 'PHASE' && (
          <li>
            <Button asChild>
              <Link to="/saker/$number/overlevering/ny" params={{ number }}>
                {t('relayPages.writeAnew')}
              </Link>
            </Button>
          </li>
        )}
        <li>
          <Button asChild variant="secondary">
            <Link to="/saker/$number/overlevering/ny" params={{ number }} search={{ til: '' }}>
              {t('relayPages.otherReceiver')}
            </Link>
          </Button>
        </li>
      </ul>
    </>
  );
}
