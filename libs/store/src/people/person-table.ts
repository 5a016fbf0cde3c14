import { EntitySchema } from 'typeorm';
import { norwegian } from '../db/columns.js';

export interface PersonRow {
  /** Opaque; in the demo also the sign-in name. */
  id: string;
  name: string;
  /** Home unit. */
  unit: string;
  /** In canonical form, so that equal addresses are equal text. */
  email: string | null;
  phone: string | null;
  /** Employed by the municipality; only staff may own cases and be substitutes. */
  staff: boolean;
  /** When the person left, in wall time: no sign-in and no roles since then. */
  deactivatedAt: Date | null;
  /** Rises with every change; an edit names the version it is based on. */
  version: number;
}

export const PersonTable = new EntitySchema<PersonRow>({
  name: 'Person',
  tableName: 'person',
  columns: {
    id: { type: 'text', primary: true },
    name: norwegian,
    unit: { type: 'text', foreignKey: { target: 'Unit', name: 'person_unit' } },
    email: { type: 'text', nullable: true },
    phone: { type: 'text', nullable: true },
    staff: { type: 'boolean' },
    deactivatedAt: { type: 'timestamptz', name: 'deactivated_at', nullable: true },
    version: { type: 'integer', default: 1 },
  },
  checks: [{ name: 'person_email', expression: `email COLLATE "C" !~ '[A-Z]' AND email IS NFC NORMALIZED` }],
  indices: [
    { name: 'person_staff', columns: ['id'], where: 'staff' },
    { name: 'person_name', columns: ['name', 'id'] },
    // A GIN index, which TypeORM cannot express.
    { name: 'person_words', columns: ['name', 'id'], synchronize: false },
    { name: 'person_outside_email', columns: ['email'], unique: true, where: 'NOT staff AND deactivated_at IS NULL' },
  ],
});
