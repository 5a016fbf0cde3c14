// npm run bench [-- NAME]: the measured workloads of tests/bench.
import { prepareCheckout } from './bootstrap/prepare-checkout.mjs';
import { root } from './bootstrap/root.mjs';

await prepareCheckout(root);
process.chdir(root);
await import(new URL('../dist/tests/bench/main.js', import.meta.url).href);
