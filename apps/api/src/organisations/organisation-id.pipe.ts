import type { PipeTransform } from '@nestjs/common';
import { isUuid } from '#platform/input/uuid.js';
import { noSuchOrganisation } from './contact-rights.js';

/** What is no id of an organisation is an organisation that does not exist. */
export class OrganisationIdPipe implements PipeTransform<string, string> {
  transform(id: string): string {
    if (!isUuid(id)) throw noSuchOrganisation();
    return id.toLowerCase();
  }
}
