import { Injectable } from '@nestjs/common';
import type { CanActivate, ExecutionContext } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { RequestWithCaller, SignedInCaller } from '../caller/caller.decorator.js';
import { refusedWith } from '../refused.js';
import { ALLOWED_METADATA_KEY, onlyText } from './allowed.decorator.js';
import type { Audience } from './allowed.decorator.js';
import { OwnRolesPipe } from './own-roles.pipe.js';

/** Refuses with 403 `forbidden` everyone whom the route's `@Allowed` does not name. Public routes have none. */
@Injectable()
export class AllowedGuard implements CanActivate {
  constructor(
    private readonly reflector: Reflector,
    private readonly ownRoles: OwnRolesPipe,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const { caller, params } = context.switchToHttp().getRequest<RequestWithCaller>();
    const audiences = this.reflector.get<readonly Audience[] | undefined>(ALLOWED_METADATA_KEY, context.getHandler());
    if (!caller) return true;
    if (!audiences) throw new Error('a route that is not public must say who may use it');
    if (audiences.includes('signed-in')) return true;
    if (audiences.includes('self') && params['id'] === caller.user.id) return true;
    if (caller.user.staff && (audiences.includes('staff') || (await this.hasRole(caller, audiences)))) return true;
    throw refusedWith('forbidden', onlyText(audiences));
  }

  private async hasRole(caller: SignedInCaller, roles: readonly string[]): Promise<boolean> {
    const { grants } = await this.ownRoles.transform(caller);
    return grants.some(({ role }) => roles.includes(role));
  }
}
