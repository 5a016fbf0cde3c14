import canonicalize from 'canonicalize';

const MAX_VALUE_LENGTH = 60;
const MAX_COLUMNS = 4;

/**
 * Describes the columns in which a stored row differs from the expected one; in JSON, the first member that differs.
 * @param secret  columns with personal text, whose values are not abbreviated.
 * @returns null when there is no difference.
 */
export function describeDifferences(
  stored: object,
  expected: object,
  secret: ReadonlySet<string> = new Set(),
): string | null {
  const found = Object.entries(expected).flatMap(([column, value]) => {
    const actual: unknown = (stored as Readonly<Record<string, unknown>>)[column];
    const at = firstDifference(asJson(actual), asJson(value), column);
    if (!at) return [];
    return [
      secret.has(column)
        ? `${column} is another`
        : `${at.path} is ${abbreviated(at.actual)}, not ${abbreviated(at.expected)}`,
    ];
  });
  if (found.length === 0) return null;
  return [
    ...found.slice(0, MAX_COLUMNS),
    ...(found.length > MAX_COLUMNS ? [`and ${found.length - MAX_COLUMNS} more`] : []),
  ].join('; ');
}

interface Difference {
  readonly path: string;
  readonly actual: unknown;
  readonly expected: unknown;
}

function firstDifference(actual: unknown, expected: unknown, path: string): Difference | null {
  if (canonicalize(actual) === canonicalize(expected)) return null;
  if (!isObject(actual) || !isObject(expected)) return { path, actual, expected };
  for (const key of new Set([...Object.keys(expected), ...Object.keys(actual)])) {
    const inner = firstDifference(actual[key], expected[key], `${path}.${key}`);
    if (inner) return inner;
  }
  return { path, actual, expected };
}

/** The value as a jsonb column would return it. */
function asJson(value: unknown): unknown {
  return value === undefined ? undefined : (JSON.parse(JSON.stringify(value)) as unknown);
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}

function abbreviated(value: unknown): string {
  const text = canonicalize(value) ?? 'absent';
  return text.length > MAX_VALUE_LENGTH ? `${text.slice(0, MAX_VALUE_LENGTH)}...` : text;
}
