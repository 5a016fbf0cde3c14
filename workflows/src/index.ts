/** Every workflow of Stafett. The worker's bundle is built from this file. */
export { canary } from './canary.js';
export { collaboration } from './collaboration.js';
