import { writeFile } from 'node:fs/promises';
import { bundleWorkflowCode, type BundleOptions } from '@temporalio/worker';

type WebpackConfig = Parameters<NonNullable<BundleOptions['webpackConfigHook']>>[0];

/**
 * The code of all workflows as one script, as the worker's sandbox loads it.
 * @param workflowsPath  `workflows/src/index.ts` (in tests) or its twin in dist.
 */
export async function bundleWorkflows(workflowsPath: string): Promise<string> {
  const { code } = await bundleWorkflowCode({
    workflowsPath,
    logger: quiet,
    webpackConfigHook: workflowsPath.endsWith('.ts') ? resolveSources : undefined,
  });
  return code;
}

export async function writeWorkflowBundle(workflowsPath: string, file: string): Promise<void> {
  await writeFile(file, await bundleWorkflows(workflowsPath));
}

/** Sources name each other as `./x.js` and `#domain/x.js`; here both must lead to the `.ts` file. */
export function resolveSources(config: WebpackConfig): WebpackConfig {
  return {
    ...config,
    resolve: {
      ...config.resolve,
      conditionNames: ['source', 'import', 'require', 'node', 'default'],
      extensionAlias: { '.js': ['.ts', '.js'] },
    },
  };
}

const silent = (): void => undefined;
const quiet = { log: silent, trace: silent, debug: silent, info: silent, warn: console.warn, error: console.error };
