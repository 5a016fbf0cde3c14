import { createParamDecorator } from '@nestjs/common';
import type { ExecutionContext } from '@nestjs/common';
import type { Request } from 'express';
import type { Actor } from '#domain/model/command.js';
import type { DirectoryUser } from '#domain/policy/directory.js';

/** The signed-in caller, with their session or API token. */
export interface SignedInCaller {
  readonly user: DirectoryUser;
  readonly actor: Actor;
  /** Hash of the session token; it identifies the session. */
  readonly sessionHash?: string;
  readonly token?: { readonly id: string; readonly scopes: readonly string[] };
  /** The route that is asked, e.g. `GET /api/v1/collaborations/:id`, for the audit log. */
  readonly route?: string;
}

export type RequestWithCaller = Request & { caller?: SignedInCaller };

/** Injects the signed-in caller, whom `SignedInGuard` has set on the request. */
export const Caller = createParamDecorator((_: unknown, context: ExecutionContext): SignedInCaller => {
  const request = context.switchToHttp().getRequest<RequestWithCaller>();
  if (!request.caller) throw new Error('a route that asks for the caller must not be public');
  const { path } = request.route as { readonly path: string };
  return { ...request.caller, route: `${request.method} ${path}` };
});
