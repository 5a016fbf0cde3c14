import { EntitySchema } from 'typeorm';
import type { LocalDate } from '#domain/time.js';
import { date, named, primary, text, texts, uuid } from './columns.js';

/** View: a role that somebody has or had in one case. Its days and phases are compared when read. */
export interface PartyRow {
  caseId: string;
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
    person: primary(text),
    role: primary(text),
    from: primary(named('from_on', date)),
    to: named('to_on', { ...date, nullable: true }),
    phases: { ...texts, nullable: true },
  },
  indices: [{ name: 'party_person', columns: ['person'] }],
});
