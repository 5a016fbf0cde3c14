import type { Label } from '#domain/process/process-document.js';
import type { Refusal } from '#domain/model/refusal.js';
import type { Violation } from '#store/people/rules/violation.js';
import type { SheetColumn } from './sheet.js';

/** A row cannot be imported, because of the cell in this column. */
export class RowRefused extends Error {
  constructor(
    readonly column: SheetColumn,
    readonly refusal: Pick<Refusal, 'code' | 'detail'>,
  ) {
    super(refusal.detail.nb);
    this.name = 'RowRefused';
  }
}

const COLUMN_OF_POINTER: Readonly<Record<string, SheetColumn>> = {
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
export function requireValidRow(violation: Violation | null, defaultColumn: SheetColumn): void {
  if (violation) throw new RowRefused(COLUMN_OF_POINTER[violation.pointer] ?? defaultColumn, violation);
}

export const invalidCell = (column: SheetColumn, detail: Label): RowRefused =>
  new RowRefused(column, { code: 'malformed', detail });
