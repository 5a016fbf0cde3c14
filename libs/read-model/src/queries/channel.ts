/** The channel on which cases that have reached a version are announced, payload `id:version`. */
export { CASE_CHANNEL } from '../projections/announce.js';
