import type { Case } from '#domain/model/case.js';
import type { StuckCauses } from '#domain/stuck/stuck-status.js';
import type { Instant } from '#domain/time.js';

/** What lists show of a case. Its whole state would be some hundred times as much. */
export interface ListedCase extends Pick<
  Case,
  'id' | 'number' | 'phase' | 'state' | 'version' | 'unit' | 'owner' | 'deputy' | 'contact' | 'entrepreneur' | 'process'
> {
  readonly title: string;
  readonly stuckCauses: StuckCauses;
  /** The reader may see internal matters, such as why the case is stuck. */
  readonly inside: boolean;
}

/** Of a query in which `collaboration` has the alias `c`. */
export interface CaseColumns extends Omit<ListedCase, 'process'> {
  readonly processId: string;
  readonly processVersion: number;
}

/** @param internalTokens  placeholder of the reader's tokens that give the `internal` aspect. */
export const caseColumnsSql = (internalTokens: string): string =>
  `c.id, c.number, c.title, c.phase, c.state, c.version, c.unit, c.owner, c.deputy, c.contact, c.entrepreneur,
   c.process_id AS "processId", c.process_version AS "processVersion", c.stuck_causes AS "stuckCauses",
   c.readers && ${internalTokens}::text[] AS inside`;

export function listedCase({ processId, processVersion, ...columns }: CaseColumns): ListedCase {
  const { id, number, title, phase, state, version, unit, owner, deputy, contact, entrepreneur } = columns;
  const { stuckCauses, inside } = columns;
  return {
    ...{ id, number, title, phase, state, version, unit, owner, deputy, contact, entrepreneur, stuckCauses, inside },
    process: { id: processId, version: processVersion },
  };
}

/** Selects the handovers of the case, in its order. */
export const HANDOVERS_SQL = `(SELECT coalesce(jsonb_agg(h.body ORDER BY h.n), '[]') FROM handover h WHERE h.case_id = c.id)`;

/** Whether the case is not closed; the same words as in the conditions of indexes. */
export const IS_OPEN_SQL = `c.state IN ('OPEN', 'SUSPENDED')`;

export const instantOf = (date: Date): Instant => date.toISOString();
