import type { EntityManager } from 'typeorm';
import type { Case, Deadline } from '#domain/model/case.js';
import type { Instant, LocalDate } from '#domain/time.js';
import { Where } from '../../db/where.js';
import { IS_OPEN_SQL } from '../lists/case-row.js';
import { readableSql } from '../lists/readable-cases.js';
import type { ReaderTokens } from '../lists/readable-cases.js';

/** The cases of some units, as far as the reader may read them. */
export interface UnitsOverview extends ReaderTokens {
  readonly units: readonly string[];
}

/** How many cases are in a phase; those that are stuck only as far as the reader may know it. */
export interface Leg extends Pick<Case, 'phase'> {
  readonly open: number;
  readonly suspended: number;
  readonly stuck: number;
}

const casesOf = ({ tokens, units }: UnitsOverview): Where =>
  new Where()
    .and(readableSql('$?'), [...tokens])
    .and('c.unit = ANY ($?::text[])', [...units])
    .and(IS_OPEN_SQL);

/** Counted by the index of units. A phase without cases has no row. */
export async function legsOf(manager: EntityManager, overview: UnitsOverview, now: Instant): Promise<Leg[]> {
  const where = casesOf(overview);
  const isStuck = `c.stuck_at <= ${where.value(now)}::timestamptz AND c.readers && ${where.value([...overview.internalTokens])}::text[]`;
  return manager.query<Leg[]>(
    `SELECT c.phase, count(*)::integer AS open, (count(*) FILTER (WHERE c.state = 'SUSPENDED'))::integer AS suspended,
            (count(*) FILTER (WHERE ${isStuck}))::integer AS stuck
     FROM collaboration c WHERE ${where.toString()} GROUP BY c.phase`,
    where.parameters,
  );
}

/** A date on which something must be done in a case. */
export interface DateAhead extends Pick<Deadline, 'id' | 'kind' | 'dueOn' | 'effect'> {
  readonly case: Pick<Case, 'id' | 'number' | 'process'> & {
    readonly title: string;
    readonly organisation: string | null;
  };
  /** The row comes after those that were asked for. */
  readonly isMore: boolean;
}

/** Of each effect the first `most`, and one that tells that there are more; all by date. */
export async function datesAhead(
  manager: EntityManager,
  overview: UnitsOverview,
  { from, to, most }: { readonly from: LocalDate; readonly to: LocalDate; readonly most: number },
): Promise<DateAhead[]> {
  const where = casesOf(overview)
    .and(`d.state <> 'PAUSED' AND d.due_on >= $?::date`, from)
    .and('d.due_on <= $?::date', to);
  return manager.query<DateAhead[]>(
    `WITH ahead AS (
       SELECT d.case_id, d.id, d.kind, d.due_on, d.effect, d.due_at,
              row_number() OVER (PARTITION BY d.effect ORDER BY d.due_at, d.case_id, d.id) AS place
       FROM collaboration c JOIN deadline d ON d.case_id = c.id WHERE ${where.toString()}
     )
     SELECT a.id, a.kind, a.due_on::text AS "dueOn", a.effect, a.place > ${most} AS "isMore",
       jsonb_build_object('id', c.id, 'number', c.number, 'title', c.title,
         'organisation', (SELECT o.name FROM organisation o WHERE o.id = c.organisation::uuid),
         'process', jsonb_build_object('id', c.process_id, 'version', c.process_version)) AS "case"
     FROM ahead a JOIN collaboration c ON c.id = a.case_id
     WHERE a.place <= ${most + 1} ORDER BY a.due_at, a.case_id, a.id`,
    where.parameters,
  );
}
