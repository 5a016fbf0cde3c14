import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Due, LegalMark } from '../../ui/due.js';
import { longDay } from '../../words/dates.js';
import { numberWord } from '../../words/numbers.js';
import type { Done } from '../command/done-strip.js';
import { CaseLine } from './case-line.js';
import { RowActs } from './row-acts.js';
import type { Escalated, StuckCase, Trouble } from './troubles.js';

interface RowProps {
  readonly now: Date;
  readonly onTaken: (done: Done) => void;
}

/** A number of working days, large, as lateness is what the row is about. */
function Age({ days, isStuck = false }: { readonly days: number; readonly isStuck?: boolean }): ReactNode {
  const { t } = useTranslation();
  return (
    <p className="stuck__age">
      <strong>{days}</strong> {t(isStuck ? 'manager.daysStuck' : 'manager.daysLate', { count: days })}
    </p>
  );
}

/** One case that the reader was told of: what makes it stuck, with what frees it, and the others folded. */
export function TroubleRow({
  trouble: { collaboration, first, others, stuck },
  now,
  onTaken,
}: RowProps & { readonly trouble: Trouble }): ReactNode {
  const { t } = useTranslation();
  return (
    <li className="stuck">
      <EscalatedMatter item={first} stuck={stuck} now={now} onTaken={onTaken} collaboration={collaboration} />
      {others.length > 0 && (
        <details className="matter__more stuck__others">
          <summary>{t('myDay.more', { count: others.length, number: numberWord(others.length) })}</summary>
          <ul>
            {others.map((item) => (
              <li key={item.deadline.id} className="stuck">
                <EscalatedMatter item={item} stuck={undefined} now={now} onTaken={onTaken} />
              </li>
            ))}
          </ul>
        </details>
      )}
    </li>
  );
}

interface EscalatedMatterProps extends RowProps {
  readonly item: Escalated;
  readonly stuck: StuckCase | undefined;
  /** Absent below a row that says it already. */
  readonly collaboration?: Escalated['collaboration'];
}

function EscalatedMatter({ item, stuck, now, onTaken, collaboration }: EscalatedMatterProps): ReactNode {
  const { t } = useTranslation();
  const { deadline } = item;
  const task = deadline.task ?? deadline.label;
  // Of a date that was moved the manager may have been told before, too.
  const told = deadline.reminders.find(({ escalation, sent, at }) => escalation && sent && at > deadline.dueOn);
  // What frees the case comes first; what stands in both lists is said once.
  const acts = [...(stuck?.acts ?? []), ...item.acts];
  const distinct = acts.filter(({ label }, at) => acts.findIndex((act) => act.label === label) === at);
  return (
    <>
      {deadline.workingDaysLate ? <Age days={deadline.workingDaysLate} /> : <Due on={deadline.dueOn} now={now} />}
      <div>
        <div className="matter__title">
          <h3>{task}</h3>
          {deadline.effect === 'LEGAL' && <LegalMark />}
        </div>
        {collaboration && <CaseLine collaboration={collaboration} />}
        <p className="matter__note">
          {stuck && (
            <>
              <strong className="late">{t('case.stuck')}.</strong> {stuck.cause.label}.{' '}
            </>
          )}
          {deadline.workingDaysLate !== undefined && t('manager.wasDue', { day: longDay(deadline.dueOn, now) })}{' '}
          {told && t('manager.toldOn', { day: longDay(told.at, now) })}
        </p>
      </div>
      <div className="stuck__side">
        <p className="small soft">{t('manager.mustAct')}</p>
        <p>{deadline.owedBy.name ?? deadline.owedBy.role}</p>
        {deadline.promise && <p className="small soft">{t('manager.promised', { text: deadline.promise.text })}</p>}
      </div>
      <RowActs key={deadline.id} acts={distinct} task={task} collaboration={item.collaboration} onTaken={onTaken} />
    </>
  );
}

/** A case that is stuck with others: why, for how long, who must act, and what the reader can do. */
export function StuckRow({ row, onTaken }: Pick<RowProps, 'onTaken'> & { readonly row: StuckCase }): ReactNode {
  const { t } = useTranslation();
  const { collaboration, cause, workingDays, acts } = row;
  return (
    <li className="stuck">
      <Age days={workingDays} isStuck />
      <div>
        <h3>{cause.label}</h3>
        <CaseLine collaboration={collaboration} />
        <p className="matter__note">{t('manager.next', { label: cause.nextAction.label })}</p>
      </div>
      <div className="stuck__side">
        <p className="small soft">{t('manager.mustAct')}</p>
        <p>{cause.owedBy.name ?? cause.owedBy.role}</p>
      </div>
      <RowActs acts={acts} task={cause.label} collaboration={collaboration} onTaken={onTaken} />
    </li>
  );
}
