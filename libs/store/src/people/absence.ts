import { EntitySchema } from 'typeorm';

/** A person away from work; compared when read, never fired. */
export interface AbsenceRow {
  person: string;
  from: string;
  to: string | null;
  /** Who stands in where a case has no deputy of its own. */
  substitute: string | null;
}

export const absences = new EntitySchema<AbsenceRow>({
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
