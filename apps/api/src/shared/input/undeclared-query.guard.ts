import { Injectable, SetMetadata } from '@nestjs/common';
import type { CanActivate, ExecutionContext } from '@nestjs/common';
import { ROUTE_ARGS_METADATA } from '@nestjs/common/constants.js';
import { Reflector } from '@nestjs/core';
import { RouteParamtypes } from '@nestjs/common/enums/route-paramtypes.enum.js';
import type { Request } from 'express';
import { noQuery } from '#contracts/http/shared/paging.js';
import { malformedFromIssues } from '#platform/input/input-errors.js';
import { queryErrorsOf } from '#platform/input/request-body.js';
import { malformed } from '#platform/problems/http-refusal.js';

const OPENED_BY_PEOPLE = 'stafett:opened-by-people';

/**
 * Marks a route whose address people open or pass on. Mail programs and social media add parameters to such addresses
 * (`utm_source`, `fbclid`), so unknown ones are ignored. If it declares a query, its schema must not be strict.
 */
export const OpenedByPeople = (): MethodDecorator & ClassDecorator => SetMetadata(OPENED_BY_PEOPLE, true);

/**
 * Refuses query parameters on a route that declares none, and on every route those with text that is refused. A route
 * declares parameters with `@Query({ schema })`, where a strict schema refuses all others.
 */
@Injectable()
export class UndeclaredQueryGuard implements CanActivate {
  constructor(private readonly reflector: Reflector) {}

  canActivate(context: ExecutionContext): boolean {
    if (this.reflector.getAllAndOverride(OPENED_BY_PEOPLE, [context.getHandler(), context.getClass()])) return true;
    const request = context.switchToHttp().getRequest<Request>();
    const errors = queryErrorsOf(request);
    if (errors.length > 0)
      throw malformed(
        { nb: 'Adressen har tekst som ikke kan lagres.', en: 'The address has text that cannot be stored.' },
        errors.slice(0, 50),
      );
    if (declaresQuery(context)) return true;
    const { error } = noQuery.safeParse(request.query);
    if (error) throw malformedFromIssues(error.issues);
    return true;
  }
}

/** Nest stores the decorated parameters of a method under keys such as `4:0`: kind of parameter, position. */
function declaresQuery(context: ExecutionContext): boolean {
  const parameters: unknown = Reflect.getMetadata(ROUTE_ARGS_METADATA, context.getClass(), context.getHandler().name);
  return Object.keys(parameters ?? {}).some((key) => key.startsWith(`${RouteParamtypes.QUERY}:`));
}
