import type { NestExpressApplication } from '@nestjs/platform-express';
import { METHOD_METADATA, ROUTE_ARGS_METADATA } from '@nestjs/common/constants.js';
import { RouteParamtypes } from '@nestjs/common/enums/route-paramtypes.enum.js';
import { MetadataScanner, ModulesContainer, Reflector } from '@nestjs/core';
import { beforeAll, describe, expect, it } from '@jest/globals';
import { describeApi, withUnconnectedApp } from '#api/describe-api.js';
import { ALLOWED_METADATA_KEY } from '#api/shared/allowed/allowed.decorator.js';
import { PUBLIC_METADATA_KEY } from '#api/shared/caller/signed-in.guard.js';

interface Route {
  readonly name: string;
  readonly isPublic: boolean;
  readonly allowed: readonly string[] | undefined;
  /** The schemas of its `@Query` and `@Body` parameters. */
  readonly queries: readonly unknown[];
  readonly bodies: readonly unknown[];
}

type Controller = new (...parameters: never[]) => object;
type Handler = (...parameters: unknown[]) => unknown;

/** Every route of the API, also those that the OpenAPI document leaves out. */
function routesOf(app: NestExpressApplication): Route[] {
  const controllers = [...app.get(ModulesContainer).values()].flatMap(({ controllers: inModule }) => [
    ...inModule.values(),
  ]);
  return controllers.flatMap(({ metatype }) => routesIn(metatype as Controller));
}

function routesIn(controller: Controller): Route[] {
  const handlers = controller.prototype as Readonly<Record<string, Handler>>;
  const names = new MetadataScanner().getAllMethodNames(controller.prototype as object);
  return names.flatMap((name): Route[] => {
    const handler = handlers[name];
    if (!handler || Reflect.getMetadata(METHOD_METADATA, handler) === undefined) return [];
    const parameters = (Reflect.getMetadata(ROUTE_ARGS_METADATA, controller, name) ?? {}) as Record<string, object>;
    const schemasOf = (kind: RouteParamtypes): readonly unknown[] =>
      Object.entries(parameters)
        .filter(([key]) => key.startsWith(`${kind}:`))
        .map(([, parameter]) => ('schema' in parameter ? parameter.schema : undefined));
    return [
      {
        name: `${controller.name}.${name}`,
        isPublic: new Reflector().getAllAndOverride(PUBLIC_METADATA_KEY, [handler, controller]) === true,
        allowed: new Reflector().get<readonly string[] | undefined>(ALLOWED_METADATA_KEY, handler),
        queries: schemasOf(RouteParamtypes.QUERY),
        bodies: schemasOf(RouteParamtypes.BODY),
      },
    ];
  });
}

describe('every route', () => {
  let routes: readonly Route[];
  beforeAll(async () => {
    routes = await withUnconnectedApp(routesOf);
  });

  it('is either public or says who may use it', () => {
    expect(routes.length).toBeGreaterThan(60);
    expect(routes.filter(({ isPublic, allowed }) => isPublic === (allowed !== undefined))).toEqual([]);
  });

  it('reads its query by a schema, if it reads one', () => {
    expect(routes.filter(({ queries }) => queries.some((schema) => schema === undefined))).toEqual([]);
  });

  it('reads its body by a schema, if it reads one', () => {
    expect(routes.flatMap(({ bodies }) => bodies).length).toBeGreaterThan(20);
    expect(routes.filter(({ bodies }) => bodies.some((schema) => schema === undefined))).toEqual([]);
  });

  it('tells in the OpenAPI document who may use it, and that it refuses the others', async () => {
    const { paths } = (await describeApi()) as { paths: Record<string, Record<string, Record<string, unknown>>> };
    const operations = Object.entries(paths).flatMap(([path, methods]) =>
      Object.entries(methods).map(([method, operation]) => ({ route: `${method} ${path}`, operation })),
    );
    const told = operations.map(({ route, operation }) => {
      const allowed = operation['x-allowed'] as readonly string[] | undefined;
      const refusals = operation['x-refusals'] as readonly string[];
      const expected = [...(allowed ? ['signed-out'] : []), ...(isOpen(allowed) ? [] : ['forbidden'])];
      return { route, missing: expected.filter((code) => !refusals.includes(code)) };
    });
    expect(told.filter(({ missing }) => missing.length > 0)).toEqual([]);
    expect(operations.find(({ route }) => route === 'get /api/v1/audit')?.operation['x-allowed']).toEqual([
      'controller',
      'admin',
    ]);
  });
});

const isOpen = (allowed: readonly string[] | undefined): boolean => !allowed || allowed.includes('signed-in');
