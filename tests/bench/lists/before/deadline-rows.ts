import { debtor } from '#domain/deadline/debtor-creditor.js';
import type { Case } from '#domain/model/case.js';
import type { ProcessCore } from '#domain/process/process-document.js';

/** The table `deadline` as it was: every deadline of every case, ended ones too. */
export const DEADLINE_TABLE_BEFORE = `
  CREATE SCHEMA before;
  CREATE UNLOGGED TABLE before.deadline (
    case_id uuid NOT NULL, id text NOT NULL, kind text NOT NULL, nature text NOT NULL, effect text NOT NULL,
    state text NOT NULL, owed_by_party text NOT NULL, owed_by_role text NOT NULL, owed_by_unit text, owed_by_user text,
    owed_to_party text NOT NULL, due_on date NOT NULL, due_at timestamptz NOT NULL, body jsonb NOT NULL);`;

export const DEADLINE_INDEXES_BEFORE = `
  ALTER TABLE before.deadline ADD PRIMARY KEY (case_id, id);
  CREATE INDEX deadline_due_before ON before.deadline (state, due_at);
  CREATE INDEX deadline_user_before ON before.deadline (owed_by_user) WHERE owed_by_user IS NOT NULL;`;

export function deadlineRowsBefore(core: ProcessCore, state: Case): object[] {
  return state.deadlines.map((deadline) => {
    const owedBy = debtor(core, state, deadline);
    const { id, kind, nature, effect, state: reached, owedTo, dueOn, dueAt } = deadline;
    return {
      case_id: state.id,
      id,
      kind,
      nature,
      effect,
      state: reached,
      owed_by_party: owedBy.party,
      owed_by_role: owedBy.role,
      owed_by_unit: owedBy.unit ?? null,
      owed_by_user: owedBy.user ?? null,
      owed_to_party: owedTo.party,
      due_on: dueOn,
      due_at: dueAt,
      body: deadline,
    };
  });
}
