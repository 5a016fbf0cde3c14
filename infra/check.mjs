// npm run check: every check that needs no running Stafett.
import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { jestEnvironment } from './bootstrap/jest-environment.mjs';
import { prepareCheckout } from './bootstrap/prepare-checkout.mjs';
import { root } from './bootstrap/root.mjs';

/** One line for each check: title, program in node_modules/.bin or node itself, arguments. */
const CHECKS = /** @type {const} */ ([
  ['types', 'tsc', ['--noEmit']],
  ['types of the web', 'tsc', ['--noEmit', '-p', 'apps/web']],
  ['format', 'prettier', ['--check', '--log-level', 'warn', '.']],
  ['lint', 'eslint', ['.']],
  ['import rules', 'depcruise', ['libs', 'workflows', 'apps', 'infra', 'tests', '--config', '.dependency-cruiser.cjs']],
  ['client of the web as the OpenAPI', 'node', ['infra/web-client.mjs', '--check']],
  [
    'OpenAPI as committed, schema as the tables, process as released',
    'jest',
    ['tests/api/openapi.spec.ts', 'tests/store/schema.spec.ts', 'tests/process/released.spec.ts'],
  ],
]);

await prepareCheckout(root, { build: false });
const failed = CHECKS.filter(([title, program, args]) => !passes(title, program, args)).map(([title]) => title);
if (failed.length > 0) console.error(`\nFailed: ${failed.join(', ')}`);
process.exit(failed.length > 0 ? 1 : 0);

/** @param {string} title @param {string} program @param {readonly string[]} args */
function passes(title, program, args) {
  const startedAt = Date.now();
  console.log(`- ${title} ...`);
  const bin = program === 'node' ? process.execPath : path.join(root, 'node_modules', '.bin', program);
  const { status } = spawnSync(bin, args, { cwd: root, stdio: 'inherit', env: jestEnvironment() });
  console.log(`  ${status === 0 ? 'ok' : 'FAILED'} (${((Date.now() - startedAt) / 1000).toFixed(1)} s)`);
  return status === 0;
}
