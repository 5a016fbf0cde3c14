import { simulate } from './simulate.js';
import { tableOf } from './table.js';

const [seed = '1', cases = '200'] = process.argv.slice(2);
const begun = process.cpuUsage();
const table = tableOf(simulate(seed, Number(cases)));
const { user, system } = process.cpuUsage(begun);
console.log(`${table}\n\nseed ${seed}; ${((user + system) / 1e6).toFixed(0)} s of processor time`);
