import { EntitySchema } from 'typeorm';

/** A role as it was given in one unit. `effectiveGrants` derives the roles in units below it. */
export interface RoleGrantRow {
  person: string;
  role: string;
  unit: string;
  /** First and last local date, both inclusive. */
  from: string;
  to: string | null;
}

export const RoleGrantTable = new EntitySchema<RoleGrantRow>({
  name: 'RoleGrant',
  tableName: 'role_grant',
  columns: {
    person: { type: 'text', primary: true, foreignKey: { target: 'Person', name: 'role_grant_person' } },
    role: { type: 'text', primary: true },
    unit: { type: 'text', primary: true, foreignKey: { target: 'Unit', name: 'role_grant_unit' } },
    from: { type: 'date', name: 'from_on', primary: true },
    to: { type: 'date', name: 'to_on', nullable: true },
  },
});
