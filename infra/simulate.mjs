// npm run simulate [-- SEED [CASES]]: two years of many cases, with people of different habits (tests/simulation).
import { prepareCheckout } from './bootstrap/prepare-checkout.mjs';
import { root } from './bootstrap/root.mjs';

await prepareCheckout(root);
process.chdir(root);
await import(new URL('../dist/tests/simulation/main.js', import.meta.url).href);
