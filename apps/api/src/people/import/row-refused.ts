import type { Refusal } from '#domain/model/refusal.js';
import type { Broken } from '#store/people/rules/broken.js';
import type { Column } from './sheet.js';

/** Why a row cannot be taken in, and because of which of its cells. */
export class RowRefused extends Error {
  constructor(
    readonly column: Column,
    readonly refusal: Pick<Refusal, 'code' | 'detail'>,
  ) {
    super(refusal.detail);
    this.name = 'RowRefused';
  }
}

const COLUMNS: Readonly<Record<string, Column>> = {
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

/** @throws RowRefused when a rule is broken. */
export function requireRow(found: Broken | null, otherwise: Column): void {
  if (found) throw new RowRefused(COLUMNS[found.pointer] ?? otherwise, found);
}

export const wrongCell = (column: Column, detail: string): RowRefused =>
  new RowRefused(column, { code: 'malformed', detail });
