import { Ajv } from 'ajv';
import type { ValidateFunction } from 'ajv';
import addFormats from 'ajv-formats';

/** What an answer is compared with. */
export interface Answer {
  readonly status: number;
  readonly type: string | undefined;
  readonly text: string;
}

export interface Schema {
  readonly [keyword: string]: unknown;
}

interface Content {
  readonly content?: Readonly<Record<string, { readonly schema?: Schema }>>;
}

export interface Operation {
  readonly responses: Readonly<Record<string, Content>>;
  readonly requestBody?: Content;
}

export interface OpenApi {
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
  readonly components: { readonly schemas: Readonly<Record<string, Schema>> };
}

/** Compares answers with an OpenAPI document: status, content type and body must be what the operation declares. */
export class OpenApiDocument {
  private readonly ajv = new Ajv({ strict: false, allErrors: false });
  private readonly validators = new Map<object, ValidateFunction>();

  constructor(readonly document: OpenApi) {
    addFormats.default(this.ajv);
    this.ajv.addFormat('idn-email', /@/);
    this.ajv.addSchema(toJsonSchema({ $id: 'openapi', components: document.components }) as Schema);
  }

  operations(): { readonly method: string; readonly path: string; readonly operation: Operation }[] {
    return Object.entries(this.document.paths).flatMap(([path, methods]) =>
      Object.entries(methods).map(([method, operation]) => ({ method, path, operation })),
    );
  }

  /** How the answer differs from what the operation declares; undefined when it does not. */
  difference({ responses }: Operation, { status, type, text }: Answer): string | undefined {
    const declared = responses[String(status)];
    if (!declared) return `status ${status} is not declared: ${text.slice(0, 200)}`;
    const media = type?.split(';', 1)[0] ?? '';
    if (text === '' && !declared.content) return undefined;
    const { schema } = declared.content?.[media] ?? {};
    if (!schema) return `${status} with ${media || 'no type'} is not declared`;
    if (!media.includes('json')) return undefined;
    const validate = this.validatorOf(schema);
    if (validate(JSON.parse(text))) return undefined;
    return `${status} does not fit: ${this.ajv.errorsText(validate.errors)}`;
  }

  private validatorOf(schema: Schema): ValidateFunction {
    const known = this.validators.get(schema);
    if (known) return known;
    const validate = this.ajv.compile(toJsonSchema(schema) as Schema);
    this.validators.set(schema, validate);
    return validate;
  }
}

/** OpenAPI 3.0 says `nullable` where JSON Schema has the type null, and points into its own document. */
function toJsonSchema(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(toJsonSchema);
  if (typeof value !== 'object' || value === null) return value;
  const { nullable, ...rest } = value as Record<string, unknown>;
  const schema = Object.fromEntries(
    Object.entries(rest).map(([key, inner]) => [
      key,
      key === '$ref' && typeof inner === 'string' ? inner.replace(/^#/, 'openapi#') : toJsonSchema(inner),
    ]),
  );
  return nullable === true ? { anyOf: [schema, { type: 'null' }] } : schema;
}
