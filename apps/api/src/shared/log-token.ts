/** Injection token of the process's logger. */
export const LOG = Symbol('log');
