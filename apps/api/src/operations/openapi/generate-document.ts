import type { INestApplication } from '@nestjs/common';
import { DocumentBuilder, SwaggerModule } from '@nestjs/swagger';
import type { OpenAPIObject } from '@nestjs/swagger';

type Operation = NonNullable<OpenAPIObject['paths'][string]['get']>;

/** Generates the OpenAPI document from the routes of an application and their schemas. */
export function generateDocument(app: INestApplication): OpenAPIObject {
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
    for (const operation of [get, post, put, patch, remove]) if (operation) addRefusals(operation);
    if (post) addHeaders(path, post);
  }
  return document;
}

/** Gives refusals their media type, and adds 415 to every route that takes a body. */
function addRefusals(operation: Operation): void {
  for (const [status, response] of Object.entries(operation.responses)) {
    if (Number(status) < 400 || !response || '$ref' in response || !response.content) continue;
    // Swagger lists the problem under the media type of the successful response, which may not be JSON.
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

function addHeaders(path: string, operation: Operation): void {
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

/** A body without any field is optional. */
const isEmpty = ({
  properties,
  additionalProperties,
}: {
  properties?: object;
  additionalProperties?: unknown;
}): boolean => additionalProperties === false && Object.keys(properties ?? {}).length === 0;

const refersTo = (schema: object | undefined, name: string): boolean =>
  schema !== undefined && '$ref' in schema && schema.$ref === `#/components/schemas/${name}`;
