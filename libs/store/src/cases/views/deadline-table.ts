import { EntitySchema } from 'typeorm';
import type { Deadline } from '#domain/model/case.js';
import type { Instant, LocalDate } from '#domain/time.js';
import { date, instant, jsonb, named, primary, text, textOrNull, uuid } from '../../db/columns.js';

/** View: one deadline of a case, open or ended. */
export interface DeadlineRow {
  caseId: string;
  id: string;
  kind: string;
  nature: Deadline['nature'];
  effect: Deadline['effect'];
  state: Deadline['state'];
  owedByParty: string;
  owedByRole: string;
  owedByUnit: string | null;
  owedByUser: string | null;
  owedToParty: string;
  dueOn: LocalDate;
  dueAt: Instant;
  body: Deadline;
}

export const DeadlineTable = new EntitySchema<DeadlineRow>({
  name: 'deadline',
  columns: {
    caseId: primary(named('case_id', uuid)),
    id: primary(text),
    kind: text,
    nature: text,
    effect: text,
    state: text,
    owedByParty: named('owed_by_party', text),
    owedByRole: named('owed_by_role', text),
    owedByUnit: named('owed_by_unit', textOrNull),
    owedByUser: named('owed_by_user', textOrNull),
    owedToParty: named('owed_to_party', text),
    dueOn: named('due_on', date),
    dueAt: named('due_at', instant),
    body: jsonb,
  },
  indices: [
    { name: 'deadline_due', columns: ['state', 'dueAt'] },
    { name: 'deadline_user', columns: ['owedByUser'], where: 'owed_by_user IS NOT NULL' },
  ],
});
