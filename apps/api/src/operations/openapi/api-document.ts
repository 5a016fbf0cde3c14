import { Injectable } from '@nestjs/common';

/** Holds the OpenAPI document, which exists only once all routes do. */
@Injectable()
export class ApiDocument {
  document: object = {};
}
