import { EntitySchema } from 'typeorm';
import { norwegian } from '../db/columns.js';

/** A service area open to collaborations from `openFrom` to `openTo`, both inclusive. */
export interface AreaRow {
  id: string;
  name: string;
  text: string;
  unit: string;
  contact: string;
  deputy: string;
  openFrom: string;
  openTo: string | null;
}

export const AreaTable = new EntitySchema<AreaRow>({
  name: 'Area',
  tableName: 'area',
  columns: {
    id: { type: 'text', primary: true },
    name: norwegian,
    text: { type: 'text' },
    unit: { type: 'text', foreignKey: { target: 'Unit', name: 'area_unit' } },
    contact: { type: 'text', foreignKey: { target: 'Person', name: 'area_contact' } },
    deputy: { type: 'text', foreignKey: { target: 'Person', name: 'area_deputy' } },
    openFrom: { type: 'date', name: 'open_from' },
    openTo: { type: 'date', name: 'open_to', nullable: true },
  },
});
