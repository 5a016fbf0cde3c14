import { canonicalJson } from '#store/db/canonical-json.js';

const SHOWN = 60;
const MOST = 4;

/**
 * In which columns a stored row is another than the events give, in words; for JSON down to the first member that differs.
 * @param secret  columns whose content is somebody's words and is not shown.
 */
export function differences(stored: object, expected: object, secret: ReadonlySet<string> = new Set()): string | null {
  const found = Object.entries(expected).flatMap(([column, value]) => {
    const there: unknown = (stored as Readonly<Record<string, unknown>>)[column];
    const at = firstDifference(plain(there), plain(value), column);
    if (!at) return [];
    return [
      secret.has(column) ? `${column} is another` : `${at.path} is ${shown(at.there)}, not ${shown(at.expected)}`,
    ];
  });
  if (found.length === 0) return null;
  return [...found.slice(0, MOST), ...(found.length > MOST ? [`and ${found.length - MOST} more`] : [])].join('; ');
}

interface Difference {
  readonly path: string;
  readonly there: unknown;
  readonly expected: unknown;
}

function firstDifference(there: unknown, expected: unknown, path: string): Difference | null {
  if (canonicalJson(there) === canonicalJson(expected)) return null;
  if (!isObject(there) || !isObject(expected)) return { path, there, expected };
  for (const key of new Set([...Object.keys(expected), ...Object.keys(there)])) {
    const inner = firstDifference(there[key], expected[key], `${path}.${key}`);
    if (inner) return inner;
  }
  return { path, there, expected };
}

/** As it would come back from a jsonb column. */
function plain(value: unknown): unknown {
  return value === undefined ? undefined : (JSON.parse(JSON.stringify(value)) as unknown);
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}

function shown(value: unknown): string {
  const text = value === undefined ? 'absent' : canonicalJson(value);
  return text.length > SHOWN ? `${text.slice(0, SHOWN)}...` : text;
}
