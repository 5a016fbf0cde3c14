import { needsWorkflow } from '../cases/needs-workflow.js';
import type { WorkflowCheck } from './violation.js';

/** Every case that is open or has a deadline to come has a running workflow. */
export const rowWithoutWorkflow: WorkflowCheck = {
  name: 'no workflow',
  find: (caseFile, run, toBeStarted) => {
    if (!needsWorkflow(caseFile) || run?.status === 'RUNNING' || toBeStarted) return null;
    const { startRequest, replayed } = caseFile;
    const caseStatus = replayed.ok && replayed.state.closedAt !== undefined ? 'closed with a deadline to come' : 'open';
    if (run) return `the case is ${caseStatus}, but its workflow is ${run.status}`;
    if (startRequest?.startedAt === null)
      return `the case is ${caseStatus} and waits to be started since ${startRequest.requestedAt}`;
    return `the case is ${caseStatus} and has no workflow`;
  },
};
