import { Injectable, StandardSchemaValidationPipe } from '@nestjs/common';
import { malformedFromIssues } from '#platform/input/input-errors.js';

/** Validates bodies and queries with the schema of the route. */
@Injectable()
export class SchemaValidationPipe extends StandardSchemaValidationPipe {
  constructor() {
    super({ exceptionFactory: malformedFromIssues });
  }

  /** Nest removes the keys `constructor` and `prototype`; here they reach the schema, which refuses them by name. */
  protected override stripProtoKeys(): void {
    return undefined;
  }
}
