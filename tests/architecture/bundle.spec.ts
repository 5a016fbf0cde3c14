import path from 'node:path';
import { beforeAll, describe, expect, it } from '@jest/globals';
import { bundleWorkflows } from '#infra/up/workflow-bundle.js';
import { projectRoot } from './import-violations.js';

describe('the workflow bundle', () => {
  let code: string;

  beforeAll(async () => {
    code = await bundleWorkflows(path.join(projectRoot, 'workflows', 'src', 'index.ts'));
  }, 60_000);

  it('holds our workflows', () => {
    expect(packagesIn(code)).toContain('@temporalio/workflow');
    expect(code).toContain('./workflows/src/collaboration.ts');
  });

  it('holds no package but those made for it', () => {
    expect(packagesIn(code).filter((name) => !isForWorkflows(name))).toEqual([]);
  });

  it('stays small, so that a worker starts at once', () => {
    const [withoutMap = ''] = code.split('//# sourceMappingURL=');
    expect(Buffer.byteLength(withoutMap)).toBeLessThan(1_200_000);
  });
});

const isForWorkflows = (name: string): boolean => /^(@temporalio\/|ms$|long$|nexus-rpc$|@babel\/)/.test(name);

/** Webpack names every bundled module by its path. */
function packagesIn(code: string): readonly string[] {
  const names = [...code.matchAll(/\/node_modules\/((?:@[\w.-]+\/)?[\w.-]+)\//g)].map(([, name]) => name ?? '');
  return [...new Set(names)].sort();
}
