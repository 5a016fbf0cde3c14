/** Under which the process's log is injected. */
export const LOG = Symbol('log');
