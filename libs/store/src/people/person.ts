import { EntitySchema } from 'typeorm';

export interface PersonRow {
  /** Opaque; in the demonstration the sign-in name. */
  id: string;
  name: string;
  /** Home unit. */
  unit: string;
  email: string | null;
  phone: string | null;
  /** Works for the municipality: may own cases and stand in for others. */
  staff: boolean;
  /** When the person left, on the wall clock: signs in nowhere and holds nothing from then on. */
  deactivatedAt: Date | null;
  /** Rises with every change: who edits says which one they saw. */
  version: number;
}

export const persons = new EntitySchema<PersonRow>({
  name: 'Person',
  tableName: 'person',
  columns: {
    id: { type: 'text', primary: true },
    name: { type: 'text' },
    unit: { type: 'text', foreignKey: { target: 'Unit', name: 'person_unit' } },
    email: { type: 'text', nullable: true },
    phone: { type: 'text', nullable: true },
    staff: { type: 'boolean' },
    deactivatedAt: { type: 'timestamptz', name: 'deactivated_at', nullable: true },
    version: { type: 'integer', default: 1 },
  },
  indices: [
    { name: 'person_staff', columns: ['id'], where: 'staff' },
    // On lower(email), of active people outside the municipality: TypeORM has no word for it, so it leaves it alone.
    { name: 'person_outside_email', columns: ['email'], unique: true, synchronize: false },
  ],
});
