import { needsWorkflow } from '../cases/needs-workflow.js';
import type { WorkflowCheck } from './violation.js';

/** A running workflow has the epoch of its case, is not behind it, and has written nothing that Postgres lacks. */
export const runDisagrees: WorkflowCheck = {
  name: 'workflow disagrees',
  // The check `workflow without row` reports a workflow that should not run at all.
  find: (caseFile, run) => (needsWorkflow(caseFile) ? (run?.disagreement ?? null) : null),
};
