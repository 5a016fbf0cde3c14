import { Checkbox } from '@digdir/designsystemet-react';
import { ArrowDownIcon, ArrowUpIcon } from '@navikt/aksel-icons';
import { getRouteApi, Link } from '@tanstack/react-router';
import { memo } from 'react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { lastDayOf, shortDay } from '../../words/dates.js';
import type { CaseFilter } from './case-filter.js';
import type { CaseRow } from './cases-query.js';

const route = getRouteApi('/saker');

/** The orders of a column; a list is first ordered by number, newest first. */
const ORDERS: Readonly<Record<string, readonly CaseFilter['sort'][]>> = {
  number: [undefined, 'number'],
  since: ['phaseSince', '-phaseSince'],
  due: ['due'],
};
const COLUMNS = ['number', 'title', 'holder', 'since', 'due', 'state'] as const;

interface CaseTableProps {
  readonly rows: readonly CaseRow[];
  readonly now: Date;
  readonly sort: CaseFilter['sort'];
  /** Ids of the chosen cases; absent for those who move none. */
  readonly chosen?: ReadonlySet<string> | undefined;
  readonly onChoose: (id: string) => void;
}

export function CaseTable({ rows, now, sort, chosen, onChoose }: CaseTableProps): ReactNode {
  const { t } = useTranslation();
  return (
    <div className="card table-frame">
      <table className="table table--cards">
        <caption className="hidden-text">{t('shell.cases')}</caption>
        <thead>
          <tr>
            {chosen && (
              <th scope="col">
                <span className="hidden-text">{t('views.choose')}</span>
              </th>
            )}
            {COLUMNS.map((column) => (
              <Heading key={column} column={column} sort={sort} />
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <Row key={row.id} row={row} day={now.toDateString()} isChosen={chosen?.has(row.id)} onChoose={onChoose} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Heading({
  column,
  sort,
}: {
  readonly column: (typeof COLUMNS)[number];
  readonly sort: CaseFilter['sort'];
}): ReactNode {
  const { t } = useTranslation();
  const navigate = route.useNavigate();
  const orders = ORDERS[column];
  if (!orders) return <th scope="col">{t(`lists.column.${column}`)}</th>;
  const isSorted = orders.includes(sort);
  const isDown = isSorted && (sort === undefined || sort.startsWith('-'));
  const next = orders[(orders.indexOf(sort) + 1) % orders.length];
  const Icon = isDown ? ArrowDownIcon : ArrowUpIcon;
  return (
    <th scope="col" aria-sort={!isSorted ? 'none' : isDown ? 'descending' : 'ascending'}>
      <button
        type="button"
        className="table__sort"
        onClick={() =>
          void navigate({
            search: ({ sort: _, ...others }: CaseFilter) => ({ ...others, ...(next && { sort: next }) }),
            replace: true,
          })
        }
      >
        {t(`lists.column.${column}`)}
        {isSorted && <Icon aria-hidden fontSize="1em" />}
      </button>
    </th>
  );
}

interface RowProps {
  readonly row: CaseRow;
  /** What its dates are told from; a row is drawn anew only when this or the row changes. */
  readonly day: string;
  /** Undefined for those who move none. */
  readonly isChosen: boolean | undefined;
  readonly onChoose: (id: string) => void;
}

const Row = memo(function Row({ row, day, isChosen, onChoose }: RowProps): ReactNode {
  const { t } = useTranslation();
  const now = new Date(day);
  const { id, number, title, organisation, phase, phaseSince, owner, nextDueAt, stuck, state } = row;
  return (
    <tr>
      {isChosen !== undefined && (
        <td className="table__choice">
          <Checkbox
            aria-label={t('views.chooseOne', { number })}
            value={id}
            checked={isChosen}
            onChange={() => onChoose(id)}
          />
        </td>
      )}
      <td className="nowrap">{number}</td>
      <th scope="row">
        <Link to="/saker/$number" params={{ number }}>
          {title}
        </Link>
        {organisation && <span className="table__below">{organisation.name}</span>}
      </th>
      <td data-label={t('lists.column.holder')}>{owner.name}</td>
      <td data-label={t('lists.column.since')}>
        {t(`phase.${phase}`)}
        <span className="table__below">{t('relay.since', { day: shortDay(phaseSince, now) })}</span>
      </td>
      <td className="nowrap" data-label={t('lists.column.due')}>
        {nextDueAt ? shortDay(lastDayOf(nextDueAt), now) : '–'}
      </td>
      <td>{stuck.is ? <strong className="late">{t('case.stuck')}</strong> : t(`lists.state.${state}`)}</td>
    </tr>
  );
});
