import { EntitySchema } from 'typeorm';
import { integer, primary } from '../../db/columns.js';

/** The last case number used in a year. */
export interface CaseNumberRow {
  year: number;
  last: number;
}

export const CaseNumberTable = new EntitySchema<CaseNumberRow>({
  name: 'case_number',
  columns: { year: primary(integer), last: integer },
});
