import { Injectable, SetMetadata } from '@nestjs/common';
import type { CanActivate, ExecutionContext } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { isFromElsewhere } from '#platform/input/own-pages.js';
import { Settings } from '../settings.js';
import { refusedWith } from '../refused.js';
import type { SignedInRequest } from './caller.js';
import { Callers } from './callers.js';
import { SCOPE, lackingScope } from './scope.js';

const PUBLIC = 'stafett:public';

/** A route that needs no sign-in. Every other one does. */
export const Public = (): MethodDecorator & ClassDecorator => SetMetadata(PUBLIC, true);

/**
 * On every route:
 * 1. 401 `signed-out` for everyone without a session or token, unless the route is public;
 * 2. 403 `forbidden` for a request that another site's page sent in a person's name, public or not;
 * 3. 403 `forbidden` for a token whose scopes do not cover it.
 */
@Injectable()
export class SignedInGuard implements CanActivate {
  constructor(
    private readonly reflector: Reflector,
    private readonly settings: Settings,
    private readonly callers: Callers,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const request = context.switchToHttp().getRequest<SignedInRequest>();
    if (!this.marked(PUBLIC, context)) {
      const caller = await this.callers.of(request);
      if (!caller) throw refusedWith('signed-out', 'Du er ikke logget inn.');
      request.caller = caller;
    }
    if (isFromElsewhere(request, this.settings.url))
      throw refusedWith('forbidden', 'Forespørselen kom fra et annet nettsted.');
    const lacking = request.caller && lackingScope(request.caller, request.method, this.marked(SCOPE, context));
    if (lacking) throw refusedWith('forbidden', `Tilgangsnøkkelen mangler omfanget «${lacking}».`);
    return true;
  }

  private marked(key: string, context: ExecutionContext): string | undefined {
    return this.reflector.getAllAndOverride<string | undefined>(key, [context.getHandler(), context.getClass()]);
  }
}
