import type { OwnershipRow } from './ownership-table.js';
import type { Transition } from '#domain/case/transitions.js';

/** One row for each change of owner or unit, even when two happen at the same instant. */
export function ownershipRows(steps: readonly Transition[]): Omit<OwnershipRow, 'toAt'>[] {
  return steps
    .filter(({ before, after }) => before?.owner !== after.owner || before.unit !== after.unit)
    .map(({ event, after }) => ({
      caseId: after.id,
      fromSeq: event.seq,
      owner: after.owner,
      unit: after.unit,
      fromAt: event.at,
    }));
}
