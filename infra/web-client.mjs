// node infra/web-client.mjs [--check]: writes the types of the web's client from apps/api/openapi.json; with --check, compares them.
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import openapiTS, { astToString } from 'openapi-typescript';
import { root } from './bootstrap/root.mjs';

const HEADING = '// Made from apps/api/openapi.json by `node infra/web-client.mjs`.\n';
const file = path.join(root, 'apps/web/src/api/schema.d.ts');
const document = JSON.parse(readFileSync(path.join(root, 'apps/api/openapi.json'), 'utf8'));
const types = HEADING + astToString(await openapiTS(document));

if (!process.argv.includes('--check')) writeFileSync(file, types);
else if (readFileSync(file, 'utf8') !== types) {
  console.error('apps/web/src/api/schema.d.ts is not what apps/api/openapi.json gives. Run: node infra/web-client.mjs');
  process.exit(1);
}
