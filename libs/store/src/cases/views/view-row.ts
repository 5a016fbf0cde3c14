import { nextDebtAt } from './next-debt.js';
import type { CollaborationRow } from './collaboration-table.js';
import type { Case } from '#domain/model/case.js';
import { waitingFor } from '#domain/gate/waiting-for.js';
import { readerTokens } from '#domain/policy/read-access.js';
import type { ProcessCore } from '#domain/process/process-document.js';
import { stuckAt } from '#domain/next/stuck-status.js';

/** The columns that are computed from the case; title and epoch are not. */
export function viewRow(core: ProcessCore, state: Case): Omit<CollaborationRow, 'title' | 'epoch'> {
  const { id, number, version, phase, unit, owner, deputy, contact, entrepreneur, organisation } = state;
  return {
    id,
    number,
    version,
    phase,
    unit,
    owner,
    deputy,
    contact,
    entrepreneur,
    organisation,
    state: state.state,
    waitingFor: waitingFor(core, state),
    processId: state.process.id,
    processVersion: state.process.version,
    openedAt: state.openedAt,
    phaseSince: state.phaseSince,
    stuckAt: stuckAt(core, state),
    readers: readerTokens(state),
    nextDueAt: nextDebtAt(state),
    body: state,
  };
}
