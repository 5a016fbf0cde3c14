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
  /** Who named the person; null when the person wrote in. */
  addedBy: string | null;
  /** Who confirmed it: without it nobody speaks for a whole organisation. */
  confirmedBy: string | null;
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
    addedBy: {
      type: 'text',
      name: 'added_by',
      nullable: true,
      foreignKey: { target: 'Person', name: 'representative_added_by' },
    },
    confirmedBy: {
      type: 'text',
      name: 'confirmed_by',
      nullable: true,
      foreignKey: { target: 'Person', name: 'representative_confirmed_by' },
    },
  },
  indices: [
    { name: 'representative_of', columns: ['person'] },
    { name: 'representative_for', columns: ['organisation'] },
    { name: 'representative_in', columns: ['caseId'] },
  ],
});
