interface Answered {
  readonly headers: Readonly<Record<string, unknown>>;
}

/** The cookies that a response sets, by name. */
export function cookiesOf({ headers }: Answered): Readonly<Record<string, string>> {
  const set = (headers['set-cookie'] ?? []) as readonly string[];
  return Object.fromEntries(set.map((line) => (line.split(';')[0] ?? '').split('=') as [string, string]));
}
