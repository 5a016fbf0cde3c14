import { SetMetadata } from '@nestjs/common';
import type { SignedIn } from './caller.js';

/** Scopes of an API token: `read` covers GET, `write` all other methods, `admin` the routes marked with it. */
export const SCOPES = ['read', 'write', 'admin'] as const;

export const SCOPE = 'stafett:scope';

/** Requires this scope of an API token, besides read or write. People need no scope, only their roles. */
export const Scope = (scope: 'admin'): MethodDecorator & ClassDecorator => SetMetadata(SCOPE, scope);

/** The first scope that the token lacks for the request; undefined when it lacks none, and for people. */
export function lackingScope({ token }: SignedIn, method: string, required: string | undefined): string | undefined {
  if (!token) return undefined;
  const needed = [method === 'GET' || method === 'HEAD' ? 'read' : 'write', ...(required ? [required] : [])];
  return needed.find((scope) => !token.scopes.includes(scope));
}
