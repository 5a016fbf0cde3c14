import { changedDeadlineRows, changedHandoverRows, changedPartyRows } from '#store/cases/views/part-rows.js';
import { custodyRows } from '#store/cases/views/custody-rows.js';
import { viewRow } from '#store/cases/views/view-row.js';
import type { CollaborationRow } from '#store/cases/views/collaboration.js';
import type { CustodyRow } from '#store/cases/views/custody.js';
import type { DeadlineRow } from '#store/cases/views/deadline.js';
import type { HandoverRow } from '#store/cases/views/handover.js';
import type { PartyRow } from '#store/cases/views/party.js';
import type { CaseFile } from './case-file.js';

/** The view rows that a case's events give. */
export interface ExpectedViews {
  readonly collaboration: CollaborationRow;
  readonly deadlines: readonly DeadlineRow[];
  readonly handovers: readonly HandoverRow[];
  readonly parties: readonly PartyRow[];
  readonly custody: readonly CustodyRow[];
}

/** By the same functions as `record` uses; null when the events cannot be replayed or their rules are not there. */
export function expectedViews({ replayed, core, events, view, title }: CaseFile): ExpectedViews | null {
  if (!replayed.ok || !core) return null;
  const { state, steps } = replayed;
  // The epoch is nobody's view: `restart` raises it without an event. It is only never older than what it let write.
  const epoch = Math.max(view?.epoch ?? 1, ...events.map((event) => event.epoch));
  const custody = custodyRows(steps);
  return {
    collaboration: { ...viewRow(core, state), epoch, title: title ?? '' },
    deadlines: changedDeadlineRows(null, state),
    handovers: changedHandoverRows(null, state),
    parties: changedPartyRows(null, state),
    custody: custody.map((row, index) => ({ ...row, toAt: custody[index + 1]?.fromAt ?? null })),
  };
}
