import { Button, Dropdown } from '@digdir/designsystemet-react';
import { MenuElipsisHorizontalIcon } from '@navikt/aksel-icons';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Due, LegalMark } from '../../ui/due.js';
import { lastDayOf, longDay, shortDay } from '../../words/dates.js';
import { labelBeside } from '../../words/names.js';
import { ActForm } from '../command/act-form.js';
import type { Act } from '../command/act-form.js';
import type { Done } from '../command/done-strip.js';
import type { Work } from './work.js';

type Managing = NonNullable<Work['managing']>;
type Escalated = Managing['escalated'][number];

interface ManagerSectionsProps {
  readonly managing: Managing;
  readonly now: Date;
  readonly onTaken: (done: Done) => void;
}

/** What a manager was told of, what is stuck in the units they lead, and who is away without a substitute. */
export function ManagerSections({ managing, now, onTaken }: ManagerSectionsProps): ReactNode {
  const { t } = useTranslation();
  const { escalated, stuck, uncovered } = managing;
  return (
    <>
      {escalated.length > 0 && (
        <Section id="escalated" title={t('manager.escalated')} count={escalated.length}>
          {escalated.map((item) => (
            <EscalatedRow
              key={`${item.collaboration.id}.${item.deadline.id}`}
              item={item}
              now={now}
              onTaken={onTaken}
            />
          ))}
        </Section>
      )}
      <Section id="stuck" title={t('manager.stuck')} count={stuck.length}>
        {stuck.map((row) => (
          <StuckRow key={row.collaboration.id} row={row} now={now} />
        ))}
      </Section>
      {stuck.length === 0 && <p>{t('manager.noneStuck')}</p>}
      {uncovered.length > 0 && (
        <Section id="uncovered" title={t('manager.uncovered')} count={uncovered.length}>
          {uncovered.map(({ person, until }) => (
            <li key={person.id} className="stuck stuck--flat">
              <h3>{person.name}</h3>
              <p className="soft">{until ? t('manager.awayUntil', { day: longDay(until, now) }) : t('manager.away')}</p>
            </li>
          ))}
        </Section>
      )}
    </>
  );
}

interface SectionProps {
  readonly id: string;
  readonly title: string;
  readonly count: number;
  readonly children: ReactNode;
}

function Section({ id, title, count, children }: SectionProps): ReactNode {
  return (
    <section className="section" aria-labelledby={id}>
      <h2 id={id}>
        {title} <span className="section__count">{count}</span>
      </h2>
      {count > 0 && <ul className="card">{children}</ul>}
    </section>
  );
}

/** A number of working days, large, as lateness is what the row is about. */
function Age({ days }: { readonly days: number }): ReactNode {
  const { t } = useTranslation();
  return (
    <p className="stuck__age">
      <strong>{days}</strong> {t('manager.daysLate', { count: days })}
    </p>
  );
}

function CaseLine({ collaboration }: { readonly collaboration: Escalated['collaboration'] }): ReactNode {
  return (
    <p className="matter__case">
      <Link to="/saker/$number" params={{ number: collaboration.number }} className="quiet matter__link">
        {collaboration.title}
      </Link>{' '}
      · {collaboration.number}
    </p>
  );
}

/** A deadline that was escalated to the reader: one button, and the other choices behind «…». */
function EscalatedRow({
  item: { collaboration, deadline, acts },
  now,
  onTaken,
}: { readonly item: Escalated } & Omit<ManagerSectionsProps, 'managing'>): ReactNode {
  const { t } = useTranslation();
  const [chosen, choose] = useState<Act>();
  const [first, ...others] = acts;
  const told = deadline.reminders.find(({ escalation }) => escalation);
  return (
    <li className={`stuck${chosen ? ' stuck--open' : ''}`}>
      {deadline.workingDaysLate ? <Age days={deadline.workingDaysLate} /> : <Due on={deadline.dueOn} now={now} />}
      <div>
        <div className="matter__title">
          <h3>{deadline.task ?? deadline.label}</h3>
          {deadline.effect === 'LEGAL' && <LegalMark />}
        </div>
        <CaseLine collaboration={collaboration} />
        <p className="matter__note">
          {deadline.workingDaysLate !== undefined && t('manager.wasDue', { day: longDay(deadline.dueOn, now) })}{' '}
          {told && t('manager.toldOn', { day: longDay(told.at, now) })}
        </p>
      </div>
      <div className="stuck__side">
        <p className="small soft">{t('manager.mustAct')}</p>
        <p>{deadline.owedBy.name ?? deadline.owedBy.role}</p>
        {deadline.promise && <p className="small soft">{t('manager.promised', { text: deadline.promise.text })}</p>}
      </div>
      <div className="stuck__do">
        {first && !chosen && (
          <Button variant="secondary" aria-label={first.label} onClick={() => choose(first)}>
            {labelBeside(deadline.task ?? deadline.label, first.label)}
          </Button>
        )}
        {others.length > 0 && !chosen && (
          <MoreActs acts={others} onChoose={choose} task={deadline.task ?? deadline.label} />
        )}
      </div>
      {chosen && (
        <div className="matter__form card">
          <ActForm
            key={chosen.label}
            act={chosen}
            caseId={collaboration.id}
            onTaken={(taken) => onTaken({ taken, canUndo: false })}
            onCancel={() => choose(undefined)}
          />
        </div>
      )}
    </li>
  );
}

function MoreActs({
  acts,
  onChoose,
  task,
}: {
  readonly acts: readonly Act[];
  readonly onChoose: (act: Act) => void;
  readonly task: string;
}): ReactNode {
  const { t } = useTranslation();
  const [isOpen, setOpen] = useState(false);
  return (
    <Dropdown.TriggerContext>
      <Dropdown.Trigger
        icon
        variant="tertiary"
        data-color="neutral"
        aria-label={t('manager.more', { task })}
        onClick={() => setOpen(!isOpen)}
      >
        <MenuElipsisHorizontalIcon aria-hidden fontSize="1.4rem" />
      </Dropdown.Trigger>
      <Dropdown open={isOpen} onClose={() => setOpen(false)}>
        <Dropdown.List>
          {acts.map((act) => (
            <Dropdown.Item key={act.label}>
              <Dropdown.Button
                onClick={() => {
                  setOpen(false);
                  onChoose(act);
                }}
              >
                {labelBeside(task, act.label)}
              </Dropdown.Button>
            </Dropdown.Item>
          ))}
        </Dropdown.List>
      </Dropdown>
    </Dropdown.TriggerContext>
  );
}

/** A case that is stuck elsewhere: the cause, since when, who must act, and the way to it. */
function StuckRow({
  row: { collaboration, cause },
  now,
}: {
  readonly row: Managing['stuck'][number];
  readonly now: Date;
}): ReactNode {
  const { t } = useTranslation();
  return (
    <li className="stuck">
      <p className="stuck__age">
        {t('manager.since')} <time dateTime={cause.since}>{shortDay(lastDayOf(cause.since), now)}</time>
      </p>
      <div>
        <h3>{cause.label}</h3>
        <CaseLine collaboration={collaboration} />
      </div>
      <div className="stuck__side">
        <p className="small soft">{t('manager.mustAct')}</p>
        <p>{cause.owedBy.name ?? cause.owedBy.role}</p>
      </div>
      <div className="stuck__do">
        <Button asChild variant="secondary">
          <Link to="/saker/$number" params={{ number: collaboration.number }}>
            {cause.nextAction.label}
          </Link>
        </Button>
      </div>
    </li>
  );
}
