import type { OpenAPIObject } from '@nestjs/swagger';

/** Whether a path has an operation that needs no sign-in, as the routes declare it. */
export function isPublicPath({ paths }: OpenAPIObject): (path: string) => boolean {
  const patterns = Object.entries(paths)
    .filter(([, { get, post, put, patch, delete: remove }]) => [get, post, put, patch, remove].some(isPublic))
    .map(([path]) => new RegExp(`^${path.replace(/\{[^}]+\}/g, '[^/]+')}/?$`, 'i'));
  return (path) => patterns.some((pattern) => pattern.test(path));
}

/** Every other operation lists the refusal of who is not signed in. */
function isPublic(operation: object | undefined): boolean {
  const refusals: unknown = operation && Reflect.get(operation, 'x-refusals');
  return Array.isArray(refusals) && !refusals.includes('signed-out');
}
