import { Button } from '@digdir/designsystemet-react';
import { useQuery } from '@tanstack/react-query';
import type { KeyboardEvent, ReactNode } from 'react';
import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useSettings } from '../../access/settings.js';
import { useNow } from '../../api/clock.js';
import { AsyncView } from '../../ui/async-view.js';
import { localDateOf, longDay } from '../../words/dates.js';
import { numberWord } from '../../words/numbers.js';
import { DoneStrip, useDone } from '../command/done-strip.js';
import { ManagerSections } from './manager-sections.js';
import { MatterRow } from './matter-row.js';
import { MyDaySide } from './my-day-side.js';
import { PutAwayGroup } from './put-away-group.js';
import { awayUntil } from './put-away.js';
import { mattersOf } from './matters.js';
import { workQuery } from './work.js';
import { useSection } from './use-section.js';
import type { SectionName } from './use-section.js';
import type { Work } from './work.js';
import './my-day.css';

/** What the reader must do, in the order in which it must be done. */
export function MyDayPage(): ReactNode {
  const { t } = useTranslation();
  const work = useQuery(workQuery);
  const now = useNow();
  return (
    <>
      <div className="page-head">
        <h1>{t('myDay.title')}</h1>
        <p>
          <span className="page-head__date">{longDay(localDateOf(now), now)}.</span>{' '}
          {work.data && <Summary work={work.data} now={now} />}
        </p>
      </div>
      <AsyncView query={work}>{(data) => <Groups work={data} now={now} />}</AsyncView>
    </>
  );
}

/** The day in a sentence or two. */
function Summary({
  work: { totals, soon, later, managing },
  now,
}: {
  readonly work: Work;
  readonly now: Date;
}): ReactNode {
  const { t } = useTranslation();
  const [today, overdue] = [totals.today ?? 0, totals.overdue ?? 0];
  const next = [...soon, ...later][0]?.deadline.dueOn;
  const stuck = managing?.stuck.length ?? 0;
  const sentences = [
    ...(today > 0 ? [t('myDay.today', { count: today, number: numberWord(today) })] : []),
    ...(overdue > 0 ? [t('myDay.overdue', { count: overdue, number: numberWord(overdue) })] : []),
    ...(today + overdue === 0 ? [t('myDay.nothing')] : []),
    ...(today + overdue === 0 && next ? [t('myDay.nextDue', { day: longDay(next, now) })] : []),
    ...(stuck > 0 ? [t('myDay.stuckCount', { count: stuck, number: numberWord(stuck) })] : []),
  ];
  return <strong>{sentences.join(' ')}</strong>;
}

const MINE = ['overdue', 'today', 'soon', 'later'] as const;
/** A manager's own matters come first, then what they were told of; what others owe is folded in, as most of it is not for them. */
function Groups({ work, now }: { readonly work: Work; readonly now: Date }): ReactNode {
  const { t } = useTranslation();
  const place = useRef<HTMLDivElement>(null);
  const { done, setDone } = useDone();
  const { managing } = work;
  const { singleKeys } = useSettings();
  const group = (name: SectionName): ReactNode => (
    <Group
      key={name}
      name={name}
      work={work}
      now={now}
      onTaken={(item, taken) => {
        setDone({ taken, canUndo: item.deadline.act?.command === 'registerFact' });
        focusRowAfter(place.current);
      }}
    />
  );
  const isEmpty = [...MINE, 'waiting' as const].every((name) => work[name].length === 0) && !managing;
  return (
    <div
      ref={place}
      className={`my-day${managing ? ' my-day--manager' : ''}`}
      onKeyDown={singleKeys ? moveBetweenRows : undefined}
    >
      <div>
        <DoneStrip done={done} onUndone={() => setDone(undefined)} />
        {isEmpty && <p>{t('myDay.empty')}</p>}
        {(managing ? MINE.slice(0, 3) : MINE).map(group)}
        {managing && <ManagerSections managing={managing} now={now} onTaken={setDone} />}
        {managing && group('later')}
        <PutAwayGroup work={work} now={now} />
        {managing && work.waiting.length > 0 ? (
          <details className="rest">
            <summary>{t('myDay.group.waiting')}</summary>
            {group('waiting')}
          </details>
        ) : (
          group('waiting')
        )}
      </div>
      {!managing && <MyDaySide work={work} now={now} />}
    </div>
  );
}

interface GroupProps {
  readonly name: SectionName;
  readonly work: Work;
  readonly now: Date;
  readonly onTaken: Parameters<typeof MatterRow>[0]['onTaken'];
}

function Group({ name, work, now, onTaken }: GroupProps): ReactNode {
  const { t } = useTranslation();
  const { items: all, left, isReading, readMore } = useSection(work, name);
  const { putAway } = useSettings();
  const isOwn = name !== 'waiting';
  const items = isOwn ? all.filter((item) => !awayUntil(item, putAway, localDateOf(now))) : all;
  if (items.length === 0) return null;
  const matters = mattersOf(items);
  return (
    <section className="section" aria-labelledby={`group-${name}`}>
      <h2 id={`group-${name}`}>
        {t(`myDay.group.${name}`)} <span className="section__count">{items.length + left}</span>
      </h2>
      <ul className="matters card">
        {matters.map((matter) => (
          <MatterRow key={matter.first.deadline.id} matter={matter} now={now} onTaken={onTaken} />
        ))}
      </ul>
      {left > 0 && (
        <Button variant="tertiary" data-size="sm" loading={isReading} onClick={readMore}>
          {t('myDay.showMore', { count: left })}
        </Button>
      )}
    </section>
  );
}

/** While a link of a row has focus: j and k go to the next and the previous one, e does what stands on the button. */
function moveBetweenRows(event: KeyboardEvent<HTMLDivElement>): void {
  const from = document.activeElement;
  if (event.ctrlKey || event.metaKey || event.altKey || !from?.classList.contains('matter__link')) return;
  const links = [...event.currentTarget.querySelectorAll<HTMLElement>('.matter__link')];
  const at = links.findIndex((link) => link === from);
  if (event.key === 'j') links[at + 1]?.focus();
  else if (event.key === 'k') links[at - 1]?.focus();
  else if (event.key === 'e') inRow(from, '.matter__do .ds-button')?.click();
  else if (event.key === 'u') openMenu(inRow(from, '.matter__menu'));
  else return;
  event.preventDefault();
}

const inRow = (link: Element, what: string): HTMLElement | null | undefined =>
  link.closest('.matter')?.querySelector<HTMLElement>(what);

function openMenu(menu: HTMLElement | null | undefined): void {
  menu?.focus();
  menu?.click();
}

/** When a matter is done, focus goes to the row that comes after it. */
function focusRowAfter(place: HTMLElement | null): void {
  const rows = [...(place?.querySelectorAll('.matter') ?? [])];
  const at = rows.findIndex((row) => row.classList.contains('matter--open'));
  const next = rows[at + 1] ?? rows[at - 1];
  next?.querySelector<HTMLElement>('.matter__link')?.focus();
}
