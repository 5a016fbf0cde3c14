// npm run build: dist/ from the sources, always anew.
import { ensureBuilt } from './ground/build.mjs';
import { root } from './ground/root.mjs';

const began = Date.now();
await ensureBuilt(root, { force: true });
console.log(`Built dist/ in ${((Date.now() - began) / 1000).toFixed(1)} s.`);
