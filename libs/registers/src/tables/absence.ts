import { EntitySchema } from 'typeorm';

/** A person away from work; compared when read, never fired. */
export interface AbsenceRow {
  person: string;
  from: string;
  to: string | null;
}

export const absences = new EntitySchema<AbsenceRow>({
  name: 'Absence',
  tableName: 'absence',
  columns: {
    person: { type: 'text', primary: true, foreignKey: { target: 'Person', name: 'absence_person' } },
    from: { type: 'date', name: 'from_on', primary: true },
    to: { type: 'date', name: 'to_on', nullable: true },
  },
});
