import { EntitySchema } from 'typeorm';
import type { LocalDate } from '#domain/time.js';
import { date, integer, named, primary, text, texts, uuid } from '../../db/columns.js';

/** View: a role that a person has or had in one case. Readers compare its days and phases. */
export interface ParticipantRow {
  caseId: string;
  /** Index in the case's list of participants. */
  n: number;
  person: string;
  role: string;
  from: LocalDate;
  to: LocalDate | null;
  /** Phases in which the role applies; null means all. */
  phases: string[] | null;
}

export const ParticipantTable = new EntitySchema<ParticipantRow>({
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
