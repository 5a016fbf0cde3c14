import type { INestApplication } from '@nestjs/common';
import { DocumentBuilder, SwaggerModule } from '@nestjs/swagger';
import type { OpenAPIObject } from '@nestjs/swagger';

type Operation = NonNullable<OpenAPIObject['paths'][string]['get']>;

/** The OpenAPI of an application, out of its routes and their schemas. */
export function makeDocument(app: INestApplication): OpenAPIObject {
  const config = new DocumentBuilder()
    .setTitle('Stafett')
    .setDescription('Collaborations between a municipality and social entrepreneurs, from first contact to effect.')
    .setVersion('1')
    .addServer('/')
    .build();
  const document = SwaggerModule.createDocument(app, config, {
    autoTagControllers: false,
    operationIdFactory: (controller, method) => `${controller.replace(/Controller$/, '')}.${method}`,
  });
  for (const [path, { get, post, put, patch, delete: remove }] of Object.entries(document.paths)) {
    for (const operation of [get, post, put, patch, remove]) if (operation) sayProblems(operation);
    if (post) sayHeaders(path, post);
  }
  return document;
}

/** Refusals have a media type of their own, and a body that is no JSON has an answer on every route that takes one. */
function sayProblems(operation: Operation): void {
  for (const [status, response] of Object.entries(operation.responses)) {
    if (Number(status) < 400 || !response || '$ref' in response || !response.content) continue;
    // Under the media type of what the route answers with, which need not be JSON.
    const problem = Object.values(response.content).find(({ schema }) => refersTo(schema, 'Problem'));
    if (problem) response.content = { 'application/problem+json': problem };
  }
  if (!operation.requestBody) return;
  if (!('$ref' in operation.requestBody)) {
    const { schema } = operation.requestBody.content['application/json'] ?? {};
    if (schema && !('$ref' in schema) && isEmpty(schema)) operation.requestBody.required = false;
  }
  const malformed = operation.responses['400'];
  if (malformed) operation.responses['415'] = { ...malformed, description: 'Refused: unsupported-media-type' };
}

function sayHeaders(path: string, operation: Operation): void {
  const header = (name: string, description: string) => ({
    name,
    in: 'header',
    required: false,
    description,
    schema: { type: 'string' },
  });
  const headers = [header('Idempotency-Key', '1-200 visible ASCII characters; repeating it is safe.')];
  if (path.endsWith('/commands'))
    headers.push(header('If-Match', 'The ETag of the version that the command is meant for.'));
  operation.parameters = [...(operation.parameters ?? []), ...(headers as NonNullable<Operation['parameters']>)];
}

/** What says nothing need not be sent. */
const isEmpty = ({
  properties,
  additionalProperties,
}: {
  properties?: object;
  additionalProperties?: unknown;
}): boolean => additionalProperties === false && Object.keys(properties ?? {}).length === 0;

const refersTo = (schema: object | undefined, name: string): boolean =>
  schema !== undefined && '$ref' in schema && schema.$ref === `#/components/schemas/${name}`;
