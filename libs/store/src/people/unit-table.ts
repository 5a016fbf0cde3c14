import { EntitySchema } from 'typeorm';
import { norwegian } from '../db/columns.js';

export interface UnitRow {
  id: string;
  name: string;
  parent: string | null;
  /** False for sector units, which only lead other units. */
  holdsCases: boolean;
  /** First local date on which the unit is closed. */
  closedOn: string | null;
}

export const UnitTable = new EntitySchema<UnitRow>({
  name: 'Unit',
  tableName: 'unit',
  columns: {
    id: { type: 'text', primary: true },
    name: norwegian,
    parent: { type: 'text', nullable: true, foreignKey: { target: 'Unit', name: 'unit_parent' } },
    holdsCases: { type: 'boolean', name: 'holds_cases' },
    closedOn: { type: 'date', name: 'closed_on', nullable: true },
  },
});
