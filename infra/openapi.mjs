// node infra/openapi.mjs [--check]: writes apps/api/openapi.json from the routes, and the types of the web's client from it;
// with --check, shows the difference instead.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { prepareCheckout } from './bootstrap/prepare-checkout.mjs';
import { root } from './bootstrap/root.mjs';

const committed = path.join(root, 'apps/api/openapi.json');
const check = process.argv.includes('--check');

await prepareCheckout(root);
const folder = mkdtempSync(path.join(tmpdir(), 'stafett-openapi-'));
const file = check ? path.join(folder, 'openapi.json') : committed;
const program = path.join(root, 'dist/apps/api/src/write-openapi.js');
const writer = spawnSync(process.execPath, [program, file], { cwd: root, stdio: 'inherit' });
const isCurrent = writer.status === 0 && (!check || readFileSync(file, 'utf8') === readFileSync(committed, 'utf8'));
if (writer.status === 0 && !isCurrent) {
  spawnSync('git', ['--no-pager', 'diff', '--no-index', '--', committed, file], { stdio: 'inherit' });
  console.error('The OpenAPI differs from apps/api/openapi.json. If that is wanted: node infra/openapi.mjs');
}
rmSync(folder, { recursive: true, force: true });
const client = spawnSync(process.execPath, ['infra/web-client.mjs', ...process.argv.slice(2)], {
  cwd: root,
  stdio: 'inherit',
});
process.exit(isCurrent && client.status === 0 ? 0 : 1);
