// npm run build: rebuilds dist/ from the sources, even when nothing has changed.
import { build } from './ground/build.mjs';
import { ready } from './ground/ready.mjs';
import { root } from './ground/root.mjs';

const startedAt = Date.now();
await ready(root, { build: false });
await build(root);
console.log(`Built dist/ in ${((Date.now() - startedAt) / 1000).toFixed(1)} s.`);
