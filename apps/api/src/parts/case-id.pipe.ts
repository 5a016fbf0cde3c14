import type { PipeTransform } from '@nestjs/common';
import { noSuchCase } from '../problems/refused.js';

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

/** What is no id of a case is a case that does not exist. */
export class CaseIdPipe implements PipeTransform<string, string> {
  transform(id: string): string {
    if (!UUID.test(id)) throw noSuchCase();
    return id.toLowerCase();
  }
}
