import {
  changedDeadlineRows,
  changedHandoverRows,
  changedParticipantRows,
  ownershipRows,
  viewRow,
} from '#store/cases/views/view-rows.js';
import type { CollaborationRow } from '#store/cases/views/collaboration-table.js';
import type { OwnershipRow } from '#store/cases/views/ownership-table.js';
import type { DeadlineRow } from '#store/cases/views/deadline-table.js';
import type { HandoverRow } from '#store/cases/views/handover-table.js';
import type { ParticipantRow } from '#store/cases/views/participant-table.js';
import type { CaseFile } from '#store/cases/inspect/case-file.js';

/** The view rows that follow from a case's events. */
export interface ExpectedViews {
  readonly collaboration: CollaborationRow;
  readonly deadlines: readonly DeadlineRow[];
  readonly handovers: readonly HandoverRow[];
  readonly parties: readonly ParticipantRow[];
  readonly ownershipHistory: readonly OwnershipRow[];
}

/** Uses the functions of `record`. Null when the events cannot be replayed or their process version is missing. */
export function expectedViews({ replayed, core, events, view, title }: CaseFile): ExpectedViews | null {
  if (!replayed.ok || !core) return null;
  const { state, transitions } = replayed;
  // The epoch does not follow from events, as `restart` raises it without one. It is at least that of every event.
  const epoch = Math.max(view?.epoch ?? 1, ...events.map((event) => event.epoch));
  return {
    collaboration: { ...viewRow(core, state), epoch, title: title ?? '' },
    deadlines: changedDeadlineRows(core, null, state),
    handovers: changedHandoverRows(core, null, state),
    parties: changedParticipantRows(null, state),
    ownershipHistory: ownershipRows(transitions),
  };
}
