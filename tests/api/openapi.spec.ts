import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { describeApi } from '#api/openapi/describe-api.js';

const COMMITTED = path.resolve(import.meta.dirname, '../../apps/api/openapi.json');

describe('the OpenAPI document', () => {
  it('is the committed one; after a wanted change run `node infra/openapi.mjs`', async () => {
    const committed: unknown = JSON.parse(readFileSync(COMMITTED, 'utf8'));
    expect(JSON.parse(JSON.stringify(await describeApi()))).toEqual(committed);
  });
});
