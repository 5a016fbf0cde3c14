import { Button } from '@digdir/designsystemet-react';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import type { TFunction } from 'i18next';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useMe } from '../../access/me.js';
import { fieldsOf } from '../../ui/form/schema-fields.js';
import { dayOfMonth, lastDayOf, longDay } from '../../words/dates.js';
import { matterOf } from '../../words/names.js';
import { ActForm } from '../command/act-form.js';
import { ComposerLink, isWritten } from '../command/composer-link.js';
import type { Done } from '../command/done-strip.js';
import type { Case } from './case-query.js';

type Step = Case['next'][number];

interface NextStepProps {
  readonly shown: Case;
  readonly now: Date;
  readonly onTaken: (done: Done) => void;
}

const MOST_NAMES = 3;

/** What would carry the case on: one filled button when it is for the reader, else whom it waits for. */
export function NextStep({ shown, now, onTaken }: NextStepProps): ReactNode {
  const { t } = useTranslation();
  const { user } = useMe();
  const [chosen, choose] = useState<Step>();
  const [first, ...others] = shown.next;
  if (!first) return null;
  const isMine = first.by.some((person) => person.user === user);
  const mine = others.filter(({ by }) => by.some((person) => person.user === user));
  const mayTransfer = shown.actions.some(({ type, allowed }) => type === 'draftHandover' && allowed);
  const [cause] = shown.stuck.causes;
  return (
    <div className="next">
      <div>
        <p className="hand__label">{t('next.title')}</p>
        <h2 className="next__step">{matterOf(first)}</h2>
        {cause && (
          <p className="next__cause">
            {t('next.stuck', { cause: cause.label, day: dayOfMonth(lastDayOf(cause.since), now) })}
          </p>
        )}
        <Missing shown={shown} step={first} />
        <Quoted shown={shown} />
        {first.notBefore && <p>{t('command.notBefore', { day: longDay(first.notBefore, now) })}</p>}
      </div>
      <div className="next__do">
        {isMine && !first.notBefore && !chosen && (
          <StepButton
            step={first}
            number={shown.number}
            handover={shown.handover?.id ?? ''}
            isFirst
            onChoose={choose}
          />
        )}
        <p className="small soft">{whoMay(first, user, t)}</p>
        {mine.length + Number(mayTransfer) > 0 && !chosen && (
          <details>
            <summary>{t('next.others', { count: mine.length + Number(mayTransfer) })}</summary>
            <ul className="next__others">
              {mine.map((step) => (
                <li key={step.label}>
                  <StepButton step={step} number={shown.number} handover={shown.handover?.id ?? ''} onChoose={choose} />
                </li>
              ))}
              {mayTransfer && (
                <li>
                  <Button asChild variant="secondary">
                    <Link to="/saker/$number/overlevering/ny" params={{ number: shown.number }} search={{ til: '' }}>
                      {t('relayPages.transferTo')}
                    </Link>
                  </Button>
                </li>
              )}
            </ul>
          </details>
        )}
      </div>
      {chosen && (
        <div className="next__form card card--padded">
          {chosen !== first && <h3>{chosen.label}</h3>}
          <ActForm
            key={chosen.label}
            act={chosen}
            caseId={shown.id}
            version={shown.version}
            onTaken={(taken) => {
              choose(undefined);
              onTaken({ taken, canUndo: chosen.command === 'registerFact' });
            }}
            onCancel={() => choose(undefined)}
          />
        </div>
      )}
    </div>
  );
}

interface StepButtonProps {
  readonly step: Step;
  readonly number: string;
  readonly handover: string;
  readonly isFirst?: boolean;
  readonly onChoose: (step: Step) => void;
}

/** Opens the form of a step; a handover has a page of its own. */
function StepButton({ step, number, handover, isFirst = false, onChoose }: StepButtonProps): ReactNode {
  const { t } = useTranslation();
  const variant = isFirst ? 'primary' : 'secondary';
  if (isWritten(step))
    return (
      <Button asChild variant={variant}>
        <ComposerLink act={step} number={number} />
      </Button>
    );
  if (/Handover$/.test(step.command))
    return (
      <Button asChild variant={variant}>
        <Link to="/saker/$number/overlevering/$handover" params={{ number, handover }}>
          {step.label}
        </Link>
      </Button>
    );
  if (fieldsOf(step.input).some(({ kind }) => kind === 'unknown')) return <p>{step.label}</p>;
  return (
    <Button variant={variant} aria-label={step.label} onClick={() => onChoose(step)}>
      {isFirst && step.command === 'registerFact' ? t('checklist.register') : step.label}
    </Button>
  );
}

/** What was said that the step is an answer to: what a receiver missed, why one declined, what nobody has answered. */
function Quoted({ shown: { handover, demands, questions, stuck } }: { readonly shown: Case }): ReactNode {
  const receivers = handover && ['RETURNED', 'DECLINED'].includes(handover.state) ? handover.receivers : [];
  const gaps = demands.flatMap((demand) => demand.gaps);
  const unanswered = stuck.causes.some(({ code }) => code === 'QUESTION_UNANSWERED')
    ? questions.filter(({ answer }) => !answer).map(({ question }) => question)
    : [];
  const quotes = [...receivers.flatMap(({ reason, alternative }) => [reason, alternative]), ...unanswered];
  return (
    <>
      {gaps.length > 0 && (
        <ol className="next__gaps">
          {gaps.map((gap) => (
            <li key={gap} dir="auto">
              {gap}
            </li>
          ))}
        </ol>
      )}
      {quotes
        .filter((quote) => quote !== undefined)
        .map((quote) => (
          <blockquote key={quote} className="quote" dir="auto">
            {quote}
          </blockquote>
        ))}
    </>
  );
}

/** What the gate still lacks, beside the step that is first. */
function Missing({ shown: { gate, checklist }, step }: { readonly shown: Case; readonly step: Step }): ReactNode {
  const { t } = useTranslation();
  const missing = gate.blockers.filter(({ label }) => label !== step.why);
  const isBlocking = (item: string): boolean => gate.blockers.some((it) => it.item === item);
  // What the checklist has besides, so that it adds up to the count of its tab.
  const afterwards = checklist.filter(({ item, state }) => state === 'OPEN' && !isBlocking(item)).length;
  if (missing.length === 0) return step.why === step.label ? null : <p>{step.why}</p>;
  return (
    <>
      <details className="next__missing">
        <summary>{t('next.missing', { count: missing.length, gate: gate.label.toLowerCase() })}</summary>
        <ul>
          {missing.map(({ code, item, label, unblock, owedBy }) => (
            <li key={`${code}.${item ?? label}`}>
              {unblock.text} <span className="soft">({owedBy.name ?? owedBy.role})</span>
            </li>
          ))}
        </ul>
      </details>
      {afterwards > 0 && <p className="small soft">{t('next.afterwards', { count: afterwards })}</p>}
    </>
  );
}

function whoMay({ by, command }: Step, user: string, t: TFunction): string {
  const names = by.filter((person) => person.user !== user).map(({ name }) => name);
  const list = new Intl.ListFormat('nb', { type: 'conjunction' }).format(names.slice(0, MOST_NAMES));
  const andOthers = ['acknowledgeHandover', 'acceptHandover'].includes(command) ? 'next.eachOwn' : 'next.youAnd';
  if (by.length > names.length) return names.length > 0 ? t(andOthers, { names: list }) : t('next.you');
  return t('next.waitsFor', { names: list });
}
