import { existsSync } from 'node:fs';
import path from 'node:path';
import type { WorkerOptions } from '@temporalio/worker';

/** Built by `npm run build`. Without it the workflows are bundled at each start, which takes longer. */
const BUNDLE_PATH = path.resolve(import.meta.dirname, '../../../workflow-bundle.js');
const SOURCE_PATH = path.resolve(import.meta.dirname, '../../../workflows/src/index.js');

export function workflowCode(): Pick<WorkerOptions, 'workflowBundle' | 'workflowsPath'> {
  return existsSync(BUNDLE_PATH) ? { workflowBundle: { codePath: BUNDLE_PATH } } : { workflowsPath: SOURCE_PATH };
}
