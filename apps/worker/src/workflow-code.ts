import { existsSync } from 'node:fs';
import path from 'node:path';
import type { WorkerOptions } from '@temporalio/worker';

/** Made by the build; with it a worker is ready at once, without it the workflows are bundled at start. */
const BUNDLE = path.resolve(import.meta.dirname, '../../../workflow-bundle.js');
const SOURCES = path.resolve(import.meta.dirname, '../../../workflows/src/index.js');

export function workflowCode(): Pick<WorkerOptions, 'workflowBundle' | 'workflowsPath'> {
  return existsSync(BUNDLE) ? { workflowBundle: { codePath: BUNDLE } } : { workflowsPath: SOURCES };
}
