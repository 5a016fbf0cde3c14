/** Every workflow of an installation; the worker's bundle is made from this file. */
export { canary } from './canary.js';
export { collaboration } from './collaboration.js';
