// npm run bench [-- NAME]: the measured workloads of tests/bench.
import { ready } from './bootstrap/ready.mjs';
import { root } from './bootstrap/root.mjs';

await ready(root);
process.chdir(root);
await import(new URL('../dist/tests/bench/main.js', import.meta.url).href);
