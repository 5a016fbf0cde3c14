// npm run stafett -- COMMAND: the operator's tool. It uses the installation that runs from this checkout, unless variables name another.
import { prepareCheckout } from './bootstrap/prepare-checkout.mjs';
import { root } from './bootstrap/root.mjs';

await prepareCheckout(root);
process.chdir(root);
await import(new URL('../dist/apps/tool/src/main.js', import.meta.url).href);
