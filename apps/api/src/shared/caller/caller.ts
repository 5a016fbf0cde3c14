import { createParamDecorator } from '@nestjs/common';
import type { ExecutionContext } from '@nestjs/common';
import type { Request } from 'express';
import type { Actor } from '#domain/model/command.js';
import type { DirectoryUser } from '#domain/policy/directory.js';

/** Who is asking, and by which session or token. */
export interface SignedIn {
  readonly user: DirectoryUser;
  readonly actor: Actor;
  /** The hash under which the session is kept. */
  readonly session?: string;
  readonly token?: { readonly id: string; readonly scopes: readonly string[] };
  /** The route that is asked, e.g. `GET /api/v1/collaborations/:id`: what the log of readings says. */
  readonly route?: string;
}

export type SignedInRequest = Request & { caller?: SignedIn };

/** The signed-in caller; the guard has put it there. */
export const Caller = createParamDecorator((_: unknown, context: ExecutionContext): SignedIn => {
  const request = context.switchToHttp().getRequest<SignedInRequest>();
  if (!request.caller) throw new Error('a route that asks for the caller must not be public');
  const { path } = request.route as { readonly path: string };
  return { ...request.caller, route: `${request.method} ${path}` };
});
