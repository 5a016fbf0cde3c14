import { EntitySchema } from 'typeorm';

/** A person who represents an organisation, in all its cases or, with `caseId`, in that case only. */
export interface RepresentativeRow {
  id: string;
  person: string;
  organisation: string;
  caseId: string | null;
  /** First and last local date, both inclusive. */
  from: string;
  to: string | null;
}

export const RepresentativeTable = new EntitySchema<RepresentativeRow>({
  name: 'Representative',
  tableName: 'representative',
  columns: {
    id: { type: 'uuid', primary: true },
    person: { type: 'text', foreignKey: { target: 'Person', name: 'representative_person' } },
    organisation: { type: 'uuid', foreignKey: { target: 'Organisation', name: 'representative_organisation' } },
    caseId: { type: 'uuid', name: 'case_id', nullable: true },
    from: { type: 'date', name: 'from_on' },
    to: { type: 'date', name: 'to_on', nullable: true },
  },
  indices: [
    { name: 'representative_of', columns: ['person'] },
    { name: 'representative_for', columns: ['organisation'] },
    { name: 'representative_in', columns: ['caseId'] },
  ],
});
