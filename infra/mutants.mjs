// npm run mutants [-- --all --seed N --sample N --only TARGET]: small faults put into a copy, and whether the tests notice (tests/mutants).
import { prepareCheckout } from './bootstrap/prepare-checkout.mjs';
import { root } from './bootstrap/root.mjs';

await prepareCheckout(root);
process.chdir(root);
await import(new URL('../dist/tests/mutants/main.js', import.meta.url).href);
