import type { EntitySchemaColumnOptions } from 'typeorm';

export const text: EntitySchemaColumnOptions = { type: 'text' };
export const textOrNull: EntitySchemaColumnOptions = { type: 'text', nullable: true };
/** A name that lists sort by: Å is the last letter, and Aa counts as Å. */
export const norwegian: EntitySchemaColumnOptions = { type: 'text', collation: 'norwegian' };
export const integer: EntitySchemaColumnOptions = { type: 'integer' };
export const boolean: EntitySchemaColumnOptions = { type: 'boolean' };
export const jsonb: EntitySchemaColumnOptions = { type: 'jsonb' };
export const uuid: EntitySchemaColumnOptions = { type: 'uuid' };
export const uuidOrNull: EntitySchemaColumnOptions = { type: 'uuid', nullable: true };
export const texts: EntitySchemaColumnOptions = { type: 'text', array: true };

/** `YYYY-MM-DD` as text: the driver's Date would be midnight in the machine's time zone. */
export const date: EntitySchemaColumnOptions = { type: 'date' };

/** An instant is ISO text in code and timestamptz in the database. */
const isoText = {
  to: (value: string | null | undefined) => value,
  from: (value: Date | string | null) => (value === null ? null : new Date(value).toISOString()),
};
export const instant: EntitySchemaColumnOptions = { type: 'timestamp with time zone', transformer: isoText };
export const instantOrNull: EntitySchemaColumnOptions = { ...instant, nullable: true };

export const primary = (column: EntitySchemaColumnOptions): EntitySchemaColumnOptions => ({ ...column, primary: true });
export const named = (name: string, column: EntitySchemaColumnOptions): EntitySchemaColumnOptions => ({
  ...column,
  name,
});
