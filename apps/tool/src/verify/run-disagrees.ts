import type { WorkflowCheck } from './violation.js';

/** A running workflow has the epoch of its case, is not behind it, and has written nothing that Postgres lacks. */
export const runDisagrees: WorkflowCheck = {
  name: 'workflow disagrees',
  find: ({ view }, run) => (view === null ? null : (run?.disagreement ?? null)),
};
