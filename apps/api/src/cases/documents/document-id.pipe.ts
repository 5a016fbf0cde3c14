import type { PipeTransform } from '@nestjs/common';
import { isUuid } from '#platform/input/uuid.js';
import { noSuchDocument } from './no-such-document.js';

/** Answers 404 for an id that is no UUID. */
export class DocumentIdPipe implements PipeTransform<string, string> {
  transform(id: string): string {
    if (!isUuid(id)) throw noSuchDocument();
    return id.toLowerCase();
  }
}
