import { EntitySchema } from 'typeorm';
import type { Act } from '#domain/next/act.js';
import type { Deadline } from '#domain/model/case.js';
import type { Instant, LocalDate } from '#domain/time.js';
import { date, instant, jsonb, named, primary, text, textOrNull, texts, uuid } from '../../db/columns.js';

/**
 * View: one debt that is owed now, or a hold or right that runs. It is deleted when it has ended: My day reads what is owed in
 * all cases, and what has ended in one case is in its body.
 */
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
  /** Last day of the person's role; afterwards `owedByDuty` owes it. */
  owedByUntil: LocalDate | null;
  /** `<role>@<unit>`, when those who hold the role owe it, now or after `owedByUntil`. */
  owedByDuty: string | null;
  owedToParty: string;
  owedToRole: string;
  owedToUnit: string | null;
  owedToUser: string | null;
  /** `<role>@<unit>`, when it is owed to those who hold the role. */
  owedToDuty: string | null;
  /** Slots of the managers to whom it was escalated, while none has acted on it. */
  escalatedTo: string[] | null;
  dueOn: LocalDate;
  dueAt: Instant;
  /** What would meet it; null when nothing can now. My day shows once what one act meets. */
  act: Act | null;
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
    owedByUntil: named('owed_by_until', { ...date, nullable: true }),
    owedByDuty: named('owed_by_duty', textOrNull),
    owedToParty: named('owed_to_party', text),
    owedToRole: named('owed_to_role', text),
    owedToUnit: named('owed_to_unit', textOrNull),
    owedToUser: named('owed_to_user', textOrNull),
    owedToDuty: named('owed_to_duty', textOrNull),
    escalatedTo: named('escalated_to', { ...texts, nullable: true }),
    dueOn: named('due_on', date),
    dueAt: named('due_at', instant),
    act: { ...jsonb, nullable: true },
    body: jsonb,
  },
  indices: [
    { name: 'deadline_user', columns: ['owedByUser', 'dueAt', 'caseId', 'id'], where: 'owed_by_user IS NOT NULL' },
    { name: 'deadline_duty', columns: ['owedByDuty', 'dueAt', 'caseId', 'id'], where: 'owed_by_duty IS NOT NULL' },
    { name: 'deadline_creditor', columns: ['owedToDuty', 'dueAt', 'caseId', 'id'], where: 'owed_to_duty IS NOT NULL' },
    { name: 'deadline_escalated_due', columns: ['dueAt', 'caseId', 'id'], where: 'escalated_to IS NOT NULL' },
    { name: 'deadline_escalated', columns: ['escalatedTo'], synchronize: false },
  ],
});
