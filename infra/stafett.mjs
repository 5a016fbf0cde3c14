// npm run stafett -- COMMAND: the operator's tool, on the installation that runs here unless variables name another.
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { ready } from './ground/ready.mjs';
import { root } from './ground/root.mjs';

await ready(root);
process.chdir(root);
const running = path.resolve(process.env['STAFETT_HOME'] ?? '.stafett', 'run', 'environment.json');
if (existsSync(running) && !process.env['DATABASE_URL']) {
  for (const [name, value] of Object.entries(JSON.parse(readFileSync(running, 'utf8'))))
    process.env[name] = String(value);
}
await import(new URL('../dist/apps/tool/src/main.js', import.meta.url).href);
