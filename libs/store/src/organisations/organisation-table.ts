import { EntitySchema } from 'typeorm';
import { norwegian } from '../db/columns.js';

export interface OrganisationRow {
  id: string;
  /** Nine-digit number in Enhetsregisteret, when known. */
  number: string | null;
  name: string;
}

export const OrganisationTable = new EntitySchema<OrganisationRow>({
  name: 'Organisation',
  tableName: 'organisation',
  columns: {
    id: { type: 'uuid', primary: true },
    number: { type: 'text', nullable: true },
    name: norwegian,
  },
  indices: [
    { name: 'organisation_number', columns: ['number'], unique: true },
    { name: 'organisation_name', columns: ['name', 'id'] },
    // A GIN index, which TypeORM cannot express.
    { name: 'organisation_words', columns: ['name', 'number'], synchronize: false },
  ],
});
