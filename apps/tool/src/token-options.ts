/** Parsed arguments of the command `token`. */
export type TokenArguments =
  | { readonly act: 'list' }
  | { readonly act: 'revoke'; readonly id: string }
  | {
      readonly act: 'make';
      /** The user as whom the program acts. */
      readonly person: string;
      readonly name: string;
      readonly scopes: readonly string[];
      readonly days: number;
    };

export interface TokenOptions {
  readonly as?: string;
  readonly name?: string;
  readonly scope?: string;
  readonly days?: string;
  readonly list?: boolean;
  readonly revoke?: string;
}

const SCOPES = ['read', 'write', 'admin'];
const DEFAULT_DAYS = '90';
const MAX_DAYS = 366;

/** @returns the arguments, or a sentence that says what is wrong with the options. */
export function parseTokenOptions(options: TokenOptions): TokenArguments | string {
  const { list, revoke, ...createOptions } = options;
  const given = [list, revoke, Object.values(createOptions).some((value) => value !== undefined) || undefined];
  if (given.filter((one) => one !== undefined).length !== 1) return 'One of --as, --list and --revoke.';
  if (list) return { act: 'list' };
  if (revoke !== undefined) return { act: 'revoke', id: revoke };
  return createOptions.as && createOptions.name?.trim() && createOptions.scope
    ? createArguments(
        createOptions.as,
        createOptions.name.trim(),
        createOptions.scope,
        createOptions.days ?? DEFAULT_DAYS,
      )
    : 'A token needs --as, --name and --scope.';
}

function createArguments(person: string, name: string, scope: string, days: string): TokenArguments | string {
  const scopes = [...new Set(scope.split(','))];
  const unknown = scopes.find((one) => !SCOPES.includes(one));
  if (unknown !== undefined) return `There is no scope ${JSON.stringify(unknown)}; there are ${SCOPES.join(', ')}.`;
  if (!/^\d{1,3}$/.test(days) || Number(days) < 1 || Number(days) > MAX_DAYS)
    return `--days is a whole number from 1 to ${MAX_DAYS}.`;
  return { act: 'make', person, name, scopes, days: Number(days) };
}
