import { EntitySchema } from 'typeorm';

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
    name: { type: 'text' },
  },
  indices: [{ name: 'organisation_number', columns: ['number'], unique: true }],
});
