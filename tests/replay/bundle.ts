import path from 'node:path';
import { bundleWorkflowCode } from '@temporalio/worker';
import { bundleOptions, resolveSources } from '#infra/up/workflow-bundle.js';

const WORKFLOWS = path.resolve(import.meta.dirname, '../../workflows/src/index.ts');
const CAPTURE = path.join(import.meta.dirname, 'capture.ts');

/** A module as the workflow imports it, and the file that takes its place. */
export type Twins = Readonly<Record<string, string>>;

/**
 * Today's workflows, with the interceptors that tell what they say.
 * @param twins  modules to be replaced, to see that the comparison notices.
 */
export function replayBundle(twins: Twins = {}): Promise<{ code: string }> {
  const key = JSON.stringify(twins);
  const bundle = made.get(key) ?? make(twins);
  made.set(key, bundle);
  return bundle;
}

const made = new Map<string, Promise<{ code: string }>>();

async function make(twins: Twins): Promise<{ code: string }> {
  const replaced = Object.entries(twins).map(([name, file]) => [`${name}$`, path.join(import.meta.dirname, file)]);
  const { code } = await bundleWorkflowCode({
    ...bundleOptions(WORKFLOWS),
    workflowInterceptorModules: [CAPTURE],
    webpackConfigHook: (config) => {
      const resolving = resolveSources(config);
      const alias = { ...resolving.resolve?.alias, ...(Object.fromEntries(replaced) as Record<string, string>) };
      return { ...resolving, resolve: { ...resolving.resolve, alias } };
    },
  });
  return { code };
}
