import { EntitySchema } from 'typeorm';

/** When a person is away from work. No timer runs: readers compare the days. */
export interface AbsenceRow {
  person: string;
  from: string;
  to: string | null;
  /** Acts for the person in cases that have no deputy. */
  substitute: string | null;
}

export const AbsenceTable = new EntitySchema<AbsenceRow>({
  name: 'Absence',
  tableName: 'absence',
  columns: {
    person: { type: 'text', primary: true, foreignKey: { target: 'Person', name: 'absence_person' } },
    from: { type: 'date', name: 'from_on', primary: true },
    to: { type: 'date', name: 'to_on', nullable: true },
    substitute: {
      type: 'text',
      nullable: true,
      foreignKey: { target: 'Person', name: 'absence_substitute' },
    },
  },
  indices: [{ name: 'absence_stand_in', columns: ['substitute'] }],
});
