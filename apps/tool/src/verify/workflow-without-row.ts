import { needsWorkflow } from '../cases/needs-workflow.js';
import type { WorkflowCheck } from './violation.js';

/** No workflow runs for an unknown case, or for a closed case without a deadline to come. */
export const workflowWithoutRow: WorkflowCheck = {
  name: 'workflow without row',
  find: (caseFile, run) => {
    if (run?.status !== 'RUNNING') return null;
    if (caseFile.events.length === 0 && !caseFile.view) return 'a workflow runs, but Postgres knows no such case';
    return needsWorkflow(caseFile) ? null : 'the case is closed and nothing of it is to come, but its workflow runs';
  },
};
