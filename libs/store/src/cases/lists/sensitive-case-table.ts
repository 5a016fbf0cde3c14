import { EntitySchema } from 'typeorm';

/** A case of which every read is audited. Its times are wall time. */
export interface SensitiveCaseRow {
  caseId: string;
  markedBy: string;
  markedAt: Date;
}

export const SensitiveCaseTable = new EntitySchema<SensitiveCaseRow>({
  name: 'SensitiveCase',
  tableName: 'sensitive_case',
  columns: {
    caseId: { type: 'uuid', name: 'case_id', primary: true },
    markedBy: { type: 'text', name: 'marked_by', foreignKey: { target: 'Person', name: 'sensitive_case_marked_by' } },
    markedAt: { type: 'timestamptz', name: 'marked_at', default: () => 'now()' },
  },
});
