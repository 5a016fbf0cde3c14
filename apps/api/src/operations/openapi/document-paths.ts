import type { OpenAPIObject } from '@nestjs/swagger';
import type { PathMethods } from '#platform/input/method-not-allowed.js';

export const METHODS = ['get', 'post', 'put', 'patch', 'delete'] as const;

interface DocumentPath {
  readonly pattern: RegExp;
  /** How many. */
  readonly parameters: number;
  readonly operations: Readonly<Record<string, object>>;
}

/** The paths of the document, matched as Express matches them: in any case, with or without a slash at the end. */
function pathsOf({ paths }: OpenAPIObject): DocumentPath[] {
  return Object.entries(paths).map(([path, item]) => ({
    pattern: new RegExp(`^${path.replace(/\{[^}]+\}/g, '[^/]+')}/?$`, 'i'),
    parameters: path.split('{').length,
    operations: Object.fromEntries(METHODS.flatMap((method) => (item[method] ? [[method, item[method]]] : []))),
  }));
}

/** Whether a path has an operation that needs no sign-in, as the routes declare it. */
export function isPublicPath(document: OpenAPIObject): (path: string) => boolean {
  const open = pathsOf(document).filter(({ operations }) => Object.values(operations).some(isPublic));
  return (path) => open.some(({ pattern }) => pattern.test(path));
}

/**
 * The methods that a path answers to, in capitals; none for a path that is not in the document. Where a path without
 * parameters fits another one as well (`/people/import`, `/people/{id}`), it is named first.
 */
export function methodsOfPath(document: OpenAPIObject): (path: string) => PathMethods {
  const known = pathsOf(document);
  return (path) => {
    const fitting = known.filter(({ pattern }) => pattern.test(path)).sort(byParameters);
    const methods = fitting.map(({ operations }) => methodsOf(Object.keys(operations)));
    return { allowed: new Set(methods.flat()), named: methods[0] ?? [] };
  };
}

const byParameters = (a: DocumentPath, b: DocumentPath): number => a.parameters - b.parameters;

const methodsOf = (declared: readonly string[]): string[] =>
  [...declared, ...(declared.includes('get') ? ['head'] : [])].map((method) => method.toUpperCase()).sort();

/** Every other operation lists the refusal of who is not signed in. */
function isPublic(operation: object): boolean {
  const refusals: unknown = Reflect.get(operation, 'x-refusals');
  return Array.isArray(refusals) && !refusals.includes('signed-out');
}
