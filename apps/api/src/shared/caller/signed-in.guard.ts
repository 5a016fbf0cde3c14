import { Injectable, SetMetadata } from '@nestjs/common';
import type { CanActivate, ExecutionContext } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { isCrossSite } from '#platform/input/cross-site.js';
import { SettingsService } from '../settings.service.js';
import { refusedWith } from '../refused.js';
import type { RequestWithCaller } from './caller.decorator.js';
import { CallersService } from './callers.service.js';
import { SCOPE_METADATA_KEY, missingScope } from './scope.decorator.js';

export const PUBLIC_METADATA_KEY = 'stafett:public';

/** Marks a route that needs no sign-in; every other route says with `@Allowed` who may use it. */
export const Public = (): MethodDecorator & ClassDecorator => SetMetadata(PUBLIC_METADATA_KEY, true);

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
    private readonly settings: SettingsService,
    private readonly callers: CallersService,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const request = context.switchToHttp().getRequest<RequestWithCaller>();
    if (!this.metadataOf(PUBLIC_METADATA_KEY, context)) {
      const caller = await this.callers.identify(request);
      if (!caller) throw refusedWith('signed-out', { nb: 'Du er ikke logget inn.', en: 'You are not signed in.' });
      request.caller = caller;
    }
    if (isCrossSite(request, this.settings.publicUrl))
      throw refusedWith('forbidden', {
        nb: 'Forespørselen kom fra et annet nettsted.',
        en: 'The request came from another site.',
      });
    const missing =
      request.caller && missingScope(request.caller, request.method, this.metadataOf(SCOPE_METADATA_KEY, context));
    if (missing)
      throw refusedWith('forbidden', {
        nb: `Tilgangsnøkkelen mangler omfanget «${missing}».`,
        en: `The token lacks the scope "${missing}".`,
      });
    return true;
  }

  private metadataOf(key: string, context: ExecutionContext): string | undefined {
    return this.reflector.getAllAndOverride<string | undefined>(key, [context.getHandler(), context.getClass()]);
  }
}
