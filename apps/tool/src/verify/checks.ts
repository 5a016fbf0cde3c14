import { changedEvents } from './changed-events.js';
import { differingViews } from './differing-views.js';
import { divergedEvents } from './diverged-events.js';
import { missingViews } from './missing-views.js';
import { noCarryingDebt } from './no-carrying-debt.js';
import { noDeadline } from './no-deadline.js';
import { noOwner } from './no-owner.js';
import { messageWithoutEvent } from './message-without-event.js';
import { runDisagrees } from './run-disagrees.js';
import { rowWithoutWorkflow } from './row-without-workflow.js';
import { sequenceGaps } from './sequence-gaps.js';
import { twoOwners } from './two-owners.js';
import type { CaseCheck, WorkflowCheck } from './violation.js';
import { workflowWithoutRow } from './workflow-without-row.js';

export const caseChecks: readonly CaseCheck[] = [
  sequenceGaps,
  changedEvents,
  differingViews,
  missingViews,
  twoOwners,
  noOwner,
  noDeadline,
  noCarryingDebt,
  messageWithoutEvent,
  divergedEvents,
];

export const workflowChecks: readonly WorkflowCheck[] = [rowWithoutWorkflow, workflowWithoutRow, runDisagrees];
