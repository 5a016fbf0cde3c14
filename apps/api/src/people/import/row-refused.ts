import type { Refusal } from '#domain/model/refusal.js';
import type { Broken } from '#store/people/rules/broken.js';
import type { Column } from './sheet.js';

/** A row cannot be imported, because of the cell in this column. */
export class RowRefused extends Error {
  constructor(
    readonly column: Column,
    readonly refusal: Pick<Refusal, 'code' | 'detail'>,
  ) {
    super(refusal.detail);
    this.name = 'RowRefused';
  }
}

const COLUMN_OF_POINTER: Readonly<Record<string, Column>> = {
  '/name': 'name',
  '/unit': 'unit',
  '/parent': 'parent',
  '/email': 'email',
  '/phone': 'phone',
  '/staff': 'staff',
  '/id': 'id',
  '/role': 'role',
  '/from': 'from',
  '/to': 'to',
};

/** @throws RowRefused when a rule is violated. */
export function requireRow(violation: Broken | null, defaultColumn: Column): void {
  if (violation) throw new RowRefused(COLUMN_OF_POINTER[violation.pointer] ?? defaultColumn, violation);
}

export const wrongCell = (column: Column, detail: string): RowRefused =>
  new RowRefused(column, { code: 'malformed', detail });
