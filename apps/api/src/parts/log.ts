/** The process's log, for what happens when no request waits for it. */
export const LOG = Symbol('log');
