import { Injectable } from '@nestjs/common';

/** Holds the OpenAPI document, which can only be generated after all routes are registered. */
@Injectable()
export class ApiDocumentService {
  document: object = {};
}
