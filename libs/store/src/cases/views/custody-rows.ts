import type { CustodyRow } from './custody.js';
import type { Step } from '#domain/case/steps.js';

/** Every time the baton passed to another person or unit. A baton passed twice in one instant is both times a row. */
export function custodyRows(steps: readonly Step[]): Omit<CustodyRow, 'toAt'>[] {
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
