import { periodCoversSql } from '../../db/period-covers-sql.js';

/** Selects the roles that a person holds in single cases on a day, as JSON `{ case, role }`. */
export const rolesInCasesSql = (person: string, day: string): string =>
  `SELECT jsonb_build_object('case', y.case_id, 'role', y.role) AS held
   FROM party y JOIN collaboration c ON c.id = y.case_id
   WHERE y.person = ${person} AND ${periodCoversSql('y', day)} AND (y.phases IS NULL OR c.phase = ANY (y.phases))`;
