import { Injectable } from '@nestjs/common';
import type { CanActivate, ExecutionContext } from '@nestjs/common';
import { ROUTE_ARGS_METADATA } from '@nestjs/common/constants.js';
import { RouteParamtypes } from '@nestjs/common/enums/route-paramtypes.enum.js';
import type { Request } from 'express';
import { noQuery } from '#contracts/http/shared/paging.js';
import { malformedFromIssues } from '#platform/input/input-errors.js';

/** Refuses query parameters on a route that declares none. A route declares them with `@Query({ schema })`. */
@Injectable()
export class UndeclaredQueryGuard implements CanActivate {
  canActivate(context: ExecutionContext): boolean {
    if (declaresQuery(context)) return true;
    const { error } = noQuery.safeParse(context.switchToHttp().getRequest<Request>().query);
    if (error) throw malformedFromIssues(error.issues);
    return true;
  }
}

/** Nest stores the decorated parameters of a method under keys such as `4:0`: kind of parameter, position. */
function declaresQuery(context: ExecutionContext): boolean {
  const parameters: unknown = Reflect.getMetadata(ROUTE_ARGS_METADATA, context.getClass(), context.getHandler().name);
  return Object.keys(parameters ?? {}).some((key) => key.startsWith(`${RouteParamtypes.QUERY}:`));
}
