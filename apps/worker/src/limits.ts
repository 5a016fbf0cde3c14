/** What a worker takes on at a time: enough to keep two cores and the database's connections busy, and no more. */
export const LIMITS = {
  maxConcurrentWorkflowTaskExecutions: 40,
  maxConcurrentWorkflowTaskPolls: 5,
  maxConcurrentActivityTaskExecutions: 20,
  maxConcurrentActivityTaskPolls: 5,
  maxCachedWorkflows: 500,
};
