// npm run build: dist/ from the sources, always anew.
import { build } from './bootstrap/build.mjs';
import { ready } from './bootstrap/ready.mjs';
import { root } from './bootstrap/root.mjs';

const began = Date.now();
await ready(root, { build: false });
await build(root);
console.log(`Built dist/ in ${((Date.now() - began) / 1000).toFixed(1)} s.`);
