import { EntitySchema } from 'typeorm';
import type { LocalDate } from '#domain/time.js';
import { date, integer, named, primary, text, texts, uuid } from '../../db/columns.js';

/** View: a role that somebody has or had in one case. Its days and phases are compared when read. */
export interface PartyRow {
  caseId: string;
  /** Its place among the roles that the case has given, from 0. */
  n: number;
  person: string;
  role: string;
  from: LocalDate;
  to: LocalDate | null;
  /** Phases in which it holds; null: in all. */
  phases: string[] | null;
}

export const PartyTable = new EntitySchema<PartyRow>({
  name: 'party',
  columns: {
    caseId: primary(named('case_id', uuid)),
    n: primary(integer),
    person: text,
    role: text,
    from: named('from_on', date),
    to: named('to_on', { ...date, nullable: true }),
    phases: { ...texts, nullable: true },
  },
  indices: [{ name: 'party_person', columns: ['person'] }],
});
