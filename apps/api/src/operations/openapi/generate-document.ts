import type { INestApplication } from '@nestjs/common';
import { DocumentBuilder, SwaggerModule } from '@nestjs/swagger';
import type { OpenAPIObject } from '@nestjs/swagger';
import { IDEMPOTENCY_KEY } from '../../shared/idempotency-key.decorator.js';
import { IF_MATCH } from '../../shared/input/if-match.decorator.js';
import { METHODS } from './document-paths.js';

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
  for (const [path, item] of Object.entries(document.paths)) {
    for (const method of METHODS) {
      const operation = item[method];
      if (!operation) continue;
      addRefusals(operation);
      addRefusalsOfAll(operation, method);
      addPages(operation);
    }
    if (item.post) addHeaders(path, item.post);
  }
  return document;
}

/** Gives refusals their media type, and says where no body is needed. */
function addRefusals(operation: Operation): void {
  for (const [status, response] of Object.entries(operation.responses)) {
    if (Number(status) < 400 || !response || '$ref' in response || !response.content) continue;
    // Swagger lists the problem under the media type of the successful response, which may not be JSON.
    const problem = Object.values(response.content).find(({ schema }) => refersTo(schema, 'Problem'));
    if (problem) response.content = { 'application/problem+json': problem };
  }
  if (!operation.requestBody || '$ref' in operation.requestBody) return;
  const { schema } = operation.requestBody.content['application/json'] ?? {};
  if (schema && !('$ref' in schema) && isEmpty(schema)) operation.requestBody.required = false;
}

/** What any request may be refused with before its route is asked. */
function addRefusalsOfAll({ responses }: Operation, method: (typeof METHODS)[number]): void {
  const { content } = responses['400'] as { content?: object };
  const refused = (codes: string) => ({
    description: `Refused: ${codes}`,
    ...(content && { content: { ...content } }),
  });
  responses['413'] ??= refused('too-large');
  responses['431'] ??= refused('headers-too-large');
  responses['403'] ??= refused('forbidden');
  if (method !== 'get') responses['415'] ??= refused('unsupported-media-type');
}

const HTML = { 'text/html': { schema: { type: 'string' } } } as const;

/** What is shown to people in a browser is text; routes marked with `x-refusal-page` also refuse with a page. */
function addPages(operation: Operation & { 'x-refusal-page'?: true }): void {
  for (const [status, response] of Object.entries(operation.responses)) {
    if (!response || '$ref' in response || !response.content) continue;
    const isRefusalPage = Number(status) >= 400 && operation['x-refusal-page'];
    if (isRefusalPage || 'text/html' in response.content) Object.assign(response.content, HTML);
  }
}

function addHeaders(path: string, operation: Operation): void {
  const header = (name: string, description: string, pattern: string) => ({
    name,
    in: 'header',
    required: false,
    description,
    schema: { type: 'string', pattern },
  });
  const headers = [
    header('Idempotency-Key', '1-200 visible ASCII characters; repeating it is safe.', IDEMPOTENCY_KEY.source),
  ];
  if (path.endsWith('/commands'))
    headers.push(header('If-Match', 'The ETag of the version that the command is meant for.', IF_MATCH));
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
