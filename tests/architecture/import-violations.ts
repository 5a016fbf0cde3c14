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

/** Whether the rules would let one existing file of the project import a value from another. */
export function isImportAllowed(from: string, to: string): boolean {
  const rules = forbidden as readonly PathRule[];
  return !rules.some(
    (rule) => !('circular' in rule.to || 'couldNotResolve' in rule.to) && meets(rule.from, from) && meets(rule.to, to),
  );
}

interface PathRule {
  readonly from: PathCondition;
  readonly to: PathCondition;
}

interface PathCondition {
  readonly path?: string | readonly string[];
  readonly pathNot?: string | readonly string[];
}

function meets({ path: wanted, pathNot: unwanted }: PathCondition, file: string): boolean {
  return (wanted === undefined || matches(wanted, file)) && !(unwanted !== undefined && matches(unwanted, file));
}

const matches = (patterns: string | readonly string[], file: string): boolean =>
  [patterns].flat().some((pattern) => new RegExp(pattern).test(file));
