import { existsSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { bundleWorkflowCode, type BundleOptions } from '@temporalio/worker';

type WebpackConfig = Parameters<NonNullable<BundleOptions['webpackConfigHook']>>[0];

/**
 * The rules: loaded once a worker, where everything else is loaded once a case. They hold no state of their own but caches
 * keyed by a case's own objects; any other module-level variable that changes would leak from case to case.
 */
const LOADED_ONCE = ['case/decide', 'case/evolve', 'case/fire', 'deadline/next-deadline', 'clock'];

/** How the workflows are bundled, for whoever needs something beside them in the bundle. */
export function bundleOptions(workflowsPath: string): BundleOptions {
  const domain = path.resolve(path.dirname(workflowsPath), '../../libs/domain/src');
  return {
    workflowsPath,
    // Other workflows (those that are only measured against) have no rules beside them.
    preloadModules: existsSync(domain)
      ? LOADED_ONCE.map((name) => path.join(domain, `${name}${path.extname(workflowsPath)}`))
      : [],
    logger: quiet,
    webpackConfigHook: workflowsPath.endsWith('.ts') ? resolveSources : undefined,
  };
}

/**
 * The code of all workflows as one script, as the worker's sandbox loads it.
 * @param workflowsPath  `workflows/src/index.ts` (in tests) or its twin in dist.
 */
export async function bundleWorkflows(workflowsPath: string): Promise<string> {
  const { code } = await bundleWorkflowCode(bundleOptions(workflowsPath));
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
