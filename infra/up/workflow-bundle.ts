import { existsSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { bundleWorkflowCode, type BundleOptions } from '@temporalio/worker';

type WebpackConfig = Parameters<NonNullable<BundleOptions['webpackConfigHook']>>[0];

/**
 * Domain modules that a worker loads once; all others are loaded once for each case. Their only module state is what was
 * computed of a case's own objects, of a day or of a process version: any other module variable that changes would leak from case to case.
 */
const PRELOADED_MODULES = [
  'case/decide',
  'case/evolve',
  'case/fire',
  'deadline/next-wake',
  'clock',
  'process/core-bytes',
];

/** Options for bundling the workflows. Exported for tests that bundle something else with them. */
export function bundleOptions(workflowsPath: string): BundleOptions {
  const domain = path.resolve(path.dirname(workflowsPath), '../../libs/domain/src');
  return {
    workflowsPath,
    // The workflows that benchmarks compare with have no domain modules.
    preloadModules: existsSync(domain)
      ? PRELOADED_MODULES.map((name) => path.join(domain, `${name}${path.extname(workflowsPath)}`))
      : [],
    logger: warningsOnly,
    webpackConfigHook: workflowsPath.endsWith('.ts') ? resolveSources : undefined,
  };
}

/**
 * The code of all workflows as one script, as the worker's sandbox loads it.
 * @param workflowsPath  `workflows/src/index.ts` (in tests) or its built copy in dist.
 */
export async function bundleWorkflows(workflowsPath: string): Promise<string> {
  const { code } = await bundleWorkflowCode(bundleOptions(workflowsPath));
  return code;
}

export async function writeWorkflowBundle(workflowsPath: string, file: string): Promise<void> {
  await writeFile(file, await bundleWorkflows(workflowsPath));
}

/** Sources import each other as `./x.js` and `#domain/x.js`. Resolves both to the `.ts` file. */
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

const ignore = (): void => undefined;
const warningsOnly = {
  log: ignore,
  trace: ignore,
  debug: ignore,
  info: ignore,
  warn: console.warn,
  error: console.error,
};
