import { Injectable, SetMetadata } from '@nestjs/common';
import type { CanActivate, ExecutionContext } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { readCookie } from '#platform/session/cookie.js';
import { hashOfToken } from '#platform/session/token.js';
import { userOf } from '#registers/people.js';
import { sessionUser } from '#registers/sessions.js';
import { Database } from '../parts/database.js';
import { People } from '../parts/people.js';
import { Settings } from '../parts/settings.js';
import { refusedWith } from '../problems/refused.js';
import type { SignedIn, SignedInRequest } from './caller.js';

const PUBLIC = 'stafett:public';

/** A route that needs no sign-in. Every other one does. */
export const Public = (): MethodDecorator & ClassDecorator => SetMetadata(PUBLIC, true);

/** 401 `signed-out` for everyone without a session, on every route that is not public. */
@Injectable()
export class SignedInGuard implements CanActivate {
  constructor(
    private readonly reflector: Reflector,
    private readonly settings: Settings,
    private readonly database: Database,
    private readonly people: People,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    if (this.reflector.getAllAndOverride<boolean>(PUBLIC, [context.getHandler(), context.getClass()])) return true;
    const request = context.switchToHttp().getRequest<SignedInRequest>();
    const caller = await this.callerOf(request);
    if (!caller) throw refusedWith('signed-out', 'Du er ikke logget inn.');
    request.caller = caller;
    return true;
  }

  private async callerOf(request: SignedInRequest): Promise<SignedIn | undefined> {
    const token = readCookie(request, this.settings.cookie.name);
    const id = token && (await sessionUser(this.database.manager, hashOfToken(token)));
    const user = id ? userOf(await this.people.directory(), id) : undefined;
    if (user?.left) return undefined;
    return user && { user, actor: { user: user.id, grants: user.grants } };
  }
}
