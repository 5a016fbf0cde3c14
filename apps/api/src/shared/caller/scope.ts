import { SetMetadata } from '@nestjs/common';
import type { SignedIn } from './caller.js';

/** What a program's token may do: `read` is GET, `write` everything else, `admin` the routes marked so. */
export const SCOPES = ['read', 'write', 'admin'] as const;

export const SCOPE = 'stafett:scope';

/** A route that a program's token needs this scope for besides read or write. People need no scope, only their roles. */
export const Scope = (scope: 'admin'): MethodDecorator & ClassDecorator => SetMetadata(SCOPE, scope);

/** The scope that a token lacks for a request; undefined when it has all, and for people. */
export function lackingScope({ token }: SignedIn, method: string, marked: string | undefined): string | undefined {
  if (!token) return undefined;
  const needed = [method === 'GET' || method === 'HEAD' ? 'read' : 'write', ...(marked ? [marked] : [])];
  return needed.find((scope) => !token.scopes.includes(scope));
}
