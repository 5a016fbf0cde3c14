import type { PipeTransform } from '@nestjs/common';
import { isUuid } from '#platform/input/uuid.js';
import { noSuchCase } from './refused.js';

/** What is no id of a case is a case that does not exist. */
export class CaseIdPipe implements PipeTransform<string, string> {
  transform(id: string): string {
    if (!isUuid(id)) throw noSuchCase();
    return id.toLowerCase();
  }
}
