import { needsRun } from '../cases/needs-run.js';
import type { RunCheck } from './violation.js';

/** Every case that is open or has a deadline to come has a running workflow. */
export const rowWithoutWorkflow: RunCheck = {
  name: 'no workflow',
  find: (file, run, toBeStarted) => {
    if (!needsRun(file) || run?.status === 'RUNNING' || toBeStarted) return null;
    const { start, replayed } = file;
    const caseStatus = replayed.ok && replayed.state.closedAt !== undefined ? 'closed with a deadline to come' : 'open';
    if (run) return `the case is ${caseStatus}, but its workflow is ${run.status}`;
    if (start?.startedAt === null)
      return `the case is ${caseStatus} and waits to be started since ${start.requestedAt}`;
    return `the case is ${caseStatus} and has no workflow`;
  },
};
