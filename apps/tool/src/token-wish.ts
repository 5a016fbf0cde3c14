/** What is wanted with programs' tokens. */
export type TokenWish =
  | { readonly act: 'list' }
  | { readonly act: 'revoke'; readonly id: string }
  | {
      readonly act: 'make';
      /** Whom the program acts as. */
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
const DAYS = '90';
const MOST_DAYS = 366;

/** @returns the wish, or what is wrong with the options. */
export function tokenWish(options: TokenOptions): TokenWish | string {
  const { list, revoke, ...making } = options;
  const given = [list, revoke, Object.values(making).some((value) => value !== undefined) || undefined];
  if (given.filter((one) => one !== undefined).length !== 1) return 'One of --as, --list and --revoke.';
  if (list) return { act: 'list' };
  if (revoke !== undefined) return { act: 'revoke', id: revoke };
  return making.as && making.name?.trim() && making.scope
    ? made(making.as, making.name.trim(), making.scope, making.days ?? DAYS)
    : 'A token needs --as, --name and --scope.';
}

function made(person: string, name: string, scope: string, days: string): TokenWish | string {
  const scopes = [...new Set(scope.split(','))];
  const unknown = scopes.find((one) => !SCOPES.includes(one));
  if (unknown !== undefined) return `There is no scope ${JSON.stringify(unknown)}; there are ${SCOPES.join(', ')}.`;
  if (!/^\d{1,3}$/.test(days) || Number(days) < 1 || Number(days) > MOST_DAYS)
    return `--days is a whole number from 1 to ${MOST_DAYS}.`;
  return { act: 'make', person, name, scopes, days: Number(days) };
}
