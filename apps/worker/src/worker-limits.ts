/** Concurrency limits of one worker, chosen to keep two cores and its database connections busy. */
export const WORKER_LIMITS = {
  maxConcurrentWorkflowTaskExecutions: 40,
  maxConcurrentWorkflowTaskPolls: 5,
  maxConcurrentActivityTaskExecutions: 20,
  maxConcurrentActivityTaskPolls: 5,
  maxCachedWorkflows: 500,
};
