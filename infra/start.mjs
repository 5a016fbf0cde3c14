// npm start: everything a bare clone needs, then the installation itself (infra/up), in this same process.
import { stopEarly } from './bootstrap/early-stop.mjs';
import { ready } from './bootstrap/ready.mjs';
import { root } from './bootstrap/root.mjs';

const handOver = stopEarly();
await ready(root);
process.chdir(root);
const { main } = await import(new URL('../dist/infra/up/main.js', import.meta.url).href);
const done = main(root);
handOver();
process.exit(await done);
