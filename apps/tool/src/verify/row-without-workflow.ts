import { needsRun } from '../cases/needs-run.js';
import type { RunCheck } from './violation.js';

/** Whatever is open, or has something to come, has a workflow that keeps its time. */
export const rowWithoutWorkflow: RunCheck = {
  name: 'no workflow',
  find: (file, run, toBeStarted) => {
    if (!needsRun(file) || run?.status === 'RUNNING' || toBeStarted) return null;
    const { start, replayed } = file;
    const what = replayed.ok && replayed.state.closedAt !== undefined ? 'closed with a deadline to come' : 'open';
    if (run) return `the case is ${what}, but its workflow is ${run.status}`;
    if (start?.startedAt === null) return `the case is ${what} and waits to be started since ${start.requestedAt}`;
    return `the case is ${what} and has no workflow`;
  },
};
