import { EntitySchema } from 'typeorm';

/** A role held in a unit for a time, as it was given: what follows from the tree is worked out when read. */
export interface RoleGrantRow {
  person: string;
  role: string;
  unit: string;
  /** First and last local date on which it holds. */
  from: string;
  to: string | null;
}

export const roleGrants = new EntitySchema<RoleGrantRow>({
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
