import { createRequire } from 'node:module';
import path from 'node:path';
import { cruise, type ICruiseOptions, type ICruiseResult, type IForbiddenRuleType } from 'dependency-cruiser';

const ROOT = path.resolve(import.meta.dirname, '../..');
const { forbidden, options } = createRequire(import.meta.url)(path.join(ROOT, '.dependency-cruiser.cjs')) as {
  forbidden: IForbiddenRuleType[];
  options: ICruiseOptions & { enhancedResolveOptions: object };
};

/** Checks the folders under `root` against the import rules. @returns a line `rule: from -> to` for each violation. */
export async function violationsIn(root: string, folders: readonly string[]): Promise<readonly string[]> {
  const { tsConfig: _, enhancedResolveOptions, ...rest } = options;
  const { output } = await cruise(
    [...folders],
    { ...rest, ruleSet: { forbidden }, validate: true, baseDir: root },
    enhancedResolveOptions,
  );
  return (output as ICruiseResult).summary.violations.map(({ rule, from, to }) => `${rule.name}: ${from} -> ${to}`);
}

export const projectRoot = ROOT;

export const ruleNames = forbidden.map(({ name }) => name ?? '');
