import { changedEvents } from './changed-events.js';
import { differingViews } from './differing-views.js';
import { diverged } from './diverged.js';
import { missingViews } from './missing-views.js';
import { noDeadline } from './no-deadline.js';
import { noOwner } from './no-owner.js';
import { outbox } from './outbox.js';
import { rowWithoutWorkflow } from './row-without-workflow.js';
import { sequenceGaps } from './sequence-gaps.js';
import { twoOwners } from './two-owners.js';
import type { Check, RunCheck } from './violation.js';
import { workflowWithoutRow } from './workflow-without-row.js';

export const checks: readonly Check[] = [
  sequenceGaps,
  changedEvents,
  differingViews,
  missingViews,
  twoOwners,
  noOwner,
  noDeadline,
  outbox,
  diverged,
];

export const runChecks: readonly RunCheck[] = [rowWithoutWorkflow, workflowWithoutRow];
