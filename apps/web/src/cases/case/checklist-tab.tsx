import { Button } from '@digdir/designsystemet-react';
import { CheckmarkCircleIcon, CircleIcon, MinusCircleIcon } from '@navikt/aksel-icons';
import { useState } from 'react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useMe } from '../../access/me.js';
import { useNow } from '../../api/clock.js';
import { LegalMark } from '../../ui/due.js';
import { fieldsOf } from '../../ui/form/schema-fields.js';
import { shortDay } from '../../words/dates.js';
import { ActForm } from '../command/act-form.js';
import type { Act } from '../command/act-form.js';
import { DoneStrip, useDone } from '../command/done-strip.js';
import { useCase } from './case-query.js';
import type { Case } from './case-query.js';

type Entry = Case['checklist'][number];

const ICONS = {
  DONE: CheckmarkCircleIcon,
  WAIVED: MinusCircleIcon,
  NOT_APPLICABLE: MinusCircleIcon,
  OPEN: CircleIcon,
} as const;

/** What must be in place before the decision: each with its source, who owes it, and its step. */
export function ChecklistTab(): ReactNode {
  const { t } = useTranslation();
  const shown = useCase();
  const { done, setDone } = useDone();
  return (
    <section className="section" aria-labelledby="checklist">
      <h2 id="checklist">{shown.gate.label}</h2>
      <DoneStrip done={done} onUndone={() => setDone(undefined)} />
      {shown.checklist.length === 0 && <p>{t('checklist.none')}</p>}
      <ul className="card">
        {shown.checklist.map((entry) => (
          <Row key={entry.item} entry={entry} shown={shown} onTaken={setDone} />
        ))}
      </ul>
    </section>
  );
}

interface RowProps {
  readonly entry: Entry;
  readonly shown: Case;
  readonly onTaken: ReturnType<typeof useDone>['setDone'];
}

function Row({ entry, shown, onTaken }: RowProps): ReactNode {
  const { t } = useTranslation();
  const { user } = useMe();
  const now = useNow();
  const [act, setAct] = useState<Act>();
  const { item, label, requirement, state, byName, at, reason, source, reference } = entry;
  const blocker = shown.gate.blockers.find((it) => it.item === item);
  const step = stepFor(item, label, shown);
  const isMine = step?.by.some((person) => person.user === user);
  const canWaive =
    state === 'OPEN' &&
    requirement !== 'LEGAL' &&
    shown.actions.some(({ type, allowed }) => type === 'waiveItem' && allowed);
  const Icon = ICONS[state];
  return (
    <li className="check">
      <Icon aria-hidden fontSize="1.4rem" className={`check__icon check__icon--${state.toLowerCase()}`} />
      <div>
        <div className="matter__title">
          <h3>{label}</h3>
          {requirement === 'LEGAL' && <LegalMark isRequirement />}
        </div>
        <p className="matter__case">
          {t(`checklist.state.${state}`)}
          {byName && at && `: ${t('checklist.by', { name: byName, day: shortDay(at, now) })}`}
          {state === 'OPEN' && ` · ${t(`checklist.requirement.${requirement}`)}`}
          {blocker && ` · ${t('checklist.owes', { name: blocker.owedBy.name ?? blocker.owedBy.role })}`}
        </p>
        {reason && (
          <p className="matter__note" dir="auto">
            «{reason}»
          </p>
        )}
        {(source ?? reference) && <p className="small soft">{[source, reference].filter(Boolean).join('. ')}</p>}
        {act && (
          <div className="check__form">
            <ActForm
              key={act.label}
              act={act}
              caseId={shown.id}
              version={shown.version}
              onTaken={(taken) => {
                setAct(undefined);
                onTaken({ taken, canUndo: act.command === 'registerFact' });
              }}
              onCancel={() => setAct(undefined)}
            />
          </div>
        )}
      </div>
      {!act && (
        <div className="check__do">
          {step && isMine && !fieldsOf(step.input).some(({ kind }) => kind === 'unknown') && (
            <Button variant="secondary" data-size="sm" aria-label={step.label} onClick={() => setAct(step)}>
              {t(
                step.command === 'tickItem'
                  ? 'checklist.tick'
                  : step.command === 'registerFact'
                    ? 'checklist.register'
                    : 'checklist.do',
              )}
            </Button>
          )}
          {canWaive && (
            <Button
              variant="tertiary"
              data-size="sm"
              aria-label={t('checklist.waiveThis', { label })}
              onClick={() => setAct(waiving(item, t('checklist.waive'), t('checklist.reason')))}
            >
              {t('checklist.waive')}
            </Button>
          )}
        </div>
      )}
    </li>
  );
}

/** The step of `next` that ticks the item: it names the item, or what it leads to. */
const stepFor = (item: string, label: string, { next }: Case): Case['next'][number] | undefined =>
  next.find(({ body, why }) => ('item' in body && body['item'] === item) || why === label);

const waiving = (item: string, label: string, reason: string): Act => ({
  command: 'waiveItem',
  body: { type: 'waiveItem', item },
  input: { type: 'object', properties: { reason: { type: 'string', title: reason } }, required: ['reason'] },
  label,
});
