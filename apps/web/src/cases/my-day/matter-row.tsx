import { Button } from '@digdir/designsystemet-react';
import { Link } from '@tanstack/react-router';
import { useRef, useState } from 'react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Due, LegalMark } from '../../ui/due.js';
import { fieldsOf } from '../../ui/form/schema-fields.js';
import { dayOfMonth, longDay, shortDay } from '../../words/dates.js';
import { numberWord } from '../../words/numbers.js';
import { ActForm } from '../command/act-form.js';
import { ComposerLink, isWritten } from '../command/composer-link.js';
import type { TakenCommand } from '../command/use-command.js';
import { WhyDate } from '../deadline/why-date.js';
import { CaseLine } from './case-line.js';
import { MatterMenu } from './matter-menu.js';
import type { Matter } from './matters.js';
import type { WorkItem } from './work.js';

interface MatterRowProps {
  readonly matter: Matter;
  readonly now: Date;
  readonly onTaken: (item: WorkItem, taken: TakenCommand) => void;
}

/** One matter: when, what to do, in which case, why, and the step itself, whose form opens in the row. */
export function MatterRow({ matter, now, onTaken }: MatterRowProps): ReactNode {
  const { collaboration, first, others } = matter;
  const { t } = useTranslation();
  const [isOpen, setOpen] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  const { deadline } = first;
  const { act } = deadline;
  const isLocked = deadline.nature === 'HOLD';
  const close = (): void => {
    setOpen(false);
    requestAnimationFrame(() => button.current?.focus());
  };
  const taken = (done: TakenCommand): void => {
    onTaken(first, done);
    setOpen(false);
  };
  const canBeFilledIn = act && !isWritten(act) && !fieldsOf(act.input).some(({ kind }) => kind === 'unknown');
  const notBefore = act?.notBefore;
  return (
    <li className={`matter${isOpen ? ' matter--open' : ''}`}>
      <Due on={deadline.dueOn} now={now} isLocked={isLocked} />
      <div className="matter__body">
        <div className="matter__title">
          <h3>{deadline.task ?? deadline.label}</h3>
          {deadline.effect === 'LEGAL' && <LegalMark />}
        </div>
        <CaseLine collaboration={collaboration} />
        <Lines item={first} others={others} now={now} isLocked={isLocked} />
      </div>
      <div className="matter__do">
        {act && isWritten(act) && notBefore === undefined && (
          <Button asChild variant="secondary">
            <ComposerLink act={act} number={collaboration.number} />
          </Button>
        )}
        {act && canBeFilledIn && !isOpen && notBefore === undefined && (
          <Button ref={button} variant="secondary" aria-expanded={isOpen} onClick={() => setOpen(true)}>
            {act.label}
          </Button>
        )}
        {act && !canBeFilledIn && !isWritten(act) && (
          <Button asChild variant="secondary">
            <Link to="/saker/$number" params={{ number: collaboration.number }}>
              {act.label}
            </Link>
          </Button>
        )}
        {notBefore !== undefined && (
          <p className="soft small">{t('command.notBefore', { day: longDay(notBefore, now) })}</p>
        )}
        {!isOpen && <MatterMenu matter={matter} now={now} />}
      </div>
      {isOpen && act && (
        <div className="matter__form card">
          <ActForm act={act} caseId={collaboration.id} onTaken={taken} onCancel={close}>
            <WhyDate caseId={collaboration.id} deadline={deadline} now={now} />
          </ActForm>
        </div>
      )}
    </li>
  );
}

interface LinesProps {
  readonly item: WorkItem;
  readonly others: readonly WorkItem[];
  readonly now: Date;
  readonly isLocked: boolean;
}

/** Why it is here, in a few words; what else the case wants can be unfolded. */
function Lines({ item, others, now, isLocked }: LinesProps): ReactNode {
  const { t } = useTranslation();
  const ower = item.person?.name ?? item.deadline.owedBy.name;
  const lines = [
    item.for && t('myDay.for', { name: item.for.name }),
    item.deadline.act === undefined && !isLocked && ower && t('myDay.owes', { name: ower }),
    item.asked && item.asked.length > 0 && t('myDay.asked', { what: item.asked.join('; ') }),
    ...alsoBeside(item).map(({ label, dueOn }) => t('myDay.also', { label, day: dayOfMonth(dueOn, now) })),
  ].filter((line) => typeof line === 'string');
  return (
    <>
      {lines.length > 0 && <p className="matter__note">{lines.join(' ')}</p>}
      {others.length > 0 && (
        <details className="matter__more">
          <summary>{t('myDay.more', { count: others.length, number: numberWord(others.length) })}</summary>
          <ul>
            {others.map(({ deadline }) => (
              <li key={deadline.id}>
                {deadline.task ?? deadline.label}, {shortDay(deadline.dueOn, now)}
              </li>
            ))}
          </ul>
        </details>
      )}
    </>
  );
}

/** What the same step ends besides, where it says more than the task: the same again, by the same day, is nothing new. */
const alsoBeside = ({ also, deadline: { task, label, dueOn } }: WorkItem): WorkItem['also'] =>
  also.filter((it) => it.dueOn !== dueOn || ![task, label].includes(it.label));
