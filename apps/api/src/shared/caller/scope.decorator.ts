import { SetMetadata } from '@nestjs/common';
import type { SignedInCaller } from './caller.decorator.js';

export const SCOPE_METADATA_KEY = 'stafett:scope';

/**
 * Requires this scope of an API token, besides `read` for GET and `write` for all other methods. People need no scope, only
 * their roles.
 */
export const RequiresScope = (scope: 'admin'): MethodDecorator & ClassDecorator =>
  SetMetadata(SCOPE_METADATA_KEY, scope);

/** The first scope that the token lacks for the request; undefined when it lacks none, and for people. */
export function missingScope(
  { token }: SignedInCaller,
  method: string,
  required: string | undefined,
): string | undefined {
  if (!token) return undefined;
  const needed = [method === 'GET' || method === 'HEAD' ? 'read' : 'write', ...(required ? [required] : [])];
  return needed.find((scope) => !token.scopes.includes(scope));
}
