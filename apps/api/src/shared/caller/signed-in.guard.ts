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

/** Marks a route that needs no sign-in; every other route does. */
export const Public = (): MethodDecorator & ClassDecorator => SetMetadata(PUBLIC, true);

/**
 * Refuses on every route:
 * 1. 401 `signed-out` for everyone without a session or token, unless the route is public;
 * 2. 403 `forbidden` for a cross-site request from a browser, also when the route is public;
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
    if (!this.metadataOf(PUBLIC, context)) {
      const caller = await this.callers.of(request);
      if (!caller) throw refusedWith('signed-out', 'Du er ikke logget inn.');
      request.caller = caller;
    }
    if (isFromElsewhere(request, this.settings.url))
      throw refusedWith('forbidden', 'Forespørselen kom fra et annet nettsted.');
    const missing = request.caller && lackingScope(request.caller, request.method, this.metadataOf(SCOPE, context));
    if (missing) throw refusedWith('forbidden', `Tilgangsnøkkelen mangler omfanget «${missing}».`);
    return true;
  }

  private metadataOf(key: string, context: ExecutionContext): string | undefined {
    return this.reflector.getAllAndOverride<string | undefined>(key, [context.getHandler(), context.getClass()]);
  }
}
