import type { PipeTransform } from '@nestjs/common';
import { isUuid } from '#platform/input/uuid.js';
import { refused } from '../../shared/refused.js';
import { noSuchUpload } from './file-refusals.js';

/** Answers 404 for what is no id of an upload. */
export class UploadIdPipe implements PipeTransform<string, string> {
  transform(id: string): string {
    if (!isUuid(id)) throw refused(noSuchUpload());
    return id.toLowerCase();
  }
}
