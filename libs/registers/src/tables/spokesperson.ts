import { EntitySchema } from 'typeorm';

/** A person who represents an organisation, in all its cases or, with `caseId`, in that case only. */
export interface SpokespersonRow {
  id: string;
  person: string;
  organisation: string;
  caseId: string | null;
  /** First and last local date, both inclusive. */
  from: string;
  to: string | null;
}

export const spokespersons = new EntitySchema<SpokespersonRow>({
  name: 'Spokesperson',
  tableName: 'spokesperson',
  columns: {
    id: { type: 'uuid', primary: true },
    person: { type: 'text', foreignKey: { target: 'Person', name: 'spokesperson_person' } },
    organisation: { type: 'uuid', foreignKey: { target: 'Organisation', name: 'spokesperson_organisation' } },
    caseId: { type: 'uuid', name: 'case_id', nullable: true },
    from: { type: 'date', name: 'from_on' },
    to: { type: 'date', name: 'to_on', nullable: true },
  },
  indices: [
    { name: 'spokesperson_of', columns: ['person'] },
    { name: 'spokesperson_for', columns: ['organisation'] },
    { name: 'spokesperson_in', columns: ['caseId'] },
  ],
});
