// npm run build: dist/ from the sources, always anew.
import { build } from './ground/build.mjs';
import { ready } from './ground/ready.mjs';
import { root } from './ground/root.mjs';

const began = Date.now();
await ready(root, { build: false });
await build(root);
console.log(`Built dist/ in ${((Date.now() - began) / 1000).toFixed(1)} s.`);
