// npm run build: rebuilds dist/ from the sources, even when nothing has changed.
import { build } from './bootstrap/build.mjs';
import { prepareCheckout } from './bootstrap/prepare-checkout.mjs';
import { root } from './bootstrap/root.mjs';

const startedAt = Date.now();
await prepareCheckout(root, { build: false });
await build(root);
console.log(`Built dist/ in ${((Date.now() - startedAt) / 1000).toFixed(1)} s.`);
