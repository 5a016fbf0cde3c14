import type { PipeTransform } from '@nestjs/common';
import { isUuid } from '#platform/input/uuid.js';
import { noSuchCase } from '../refused.js';

/** Answers 404 for an id that is no UUID. */
export class CaseIdPipe implements PipeTransform<string, string> {
  transform(id: string): string {
    if (!isUuid(id)) throw noSuchCase();
    return id.toLowerCase();
  }
}
