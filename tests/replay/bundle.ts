import path from 'node:path';
import { bundleWorkflowCode } from '@temporalio/worker';
import { bundleOptions, resolveSources } from '#infra/up/workflow-bundle.js';

const WORKFLOWS = path.resolve(import.meta.dirname, '../../workflows/src/index.ts');
const CAPTURE = path.join(import.meta.dirname, 'capture.ts');

/** Import path of a module, and the file that replaces it. */
export type ModuleReplacements = Readonly<Record<string, string>>;

/**
 * Today's workflows, with the interceptors that capture their outputs.
 * @param twins  modules to replace by a changed copy, to see that the comparison notices.
 */
export function replayBundle(twins: ModuleReplacements = {}): Promise<{ code: string }> {
  const key = JSON.stringify(twins);
  const bundle = bundles.get(key) ?? buildBundle(twins);
  bundles.set(key, bundle);
  return bundle;
}

const bundles = new Map<string, Promise<{ code: string }>>();

async function buildBundle(twins: ModuleReplacements): Promise<{ code: string }> {
  const replaced = Object.entries(twins).map(([name, file]) => [`${name}$`, path.join(import.meta.dirname, file)]);
  const { code } = await bundleWorkflowCode({
    ...bundleOptions(WORKFLOWS),
    workflowInterceptorModules: [CAPTURE],
    webpackConfigHook: (config) => {
      const resolved = resolveSources(config);
      const alias = { ...resolved.resolve?.alias, ...(Object.fromEntries(replaced) as Record<string, string>) };
      return { ...resolved, resolve: { ...resolved.resolve, alias } };
    },
  });
  return { code };
}
