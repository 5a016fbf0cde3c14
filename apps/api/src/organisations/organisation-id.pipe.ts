import type { PipeTransform } from '@nestjs/common';
import { noSuchOrganisation } from './contact-rights.js';

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** What is no id of an organisation is an organisation that does not exist. */
export class OrganisationIdPipe implements PipeTransform<string, string> {
  transform(id: string): string {
    if (!UUID.test(id)) throw noSuchOrganisation();
    return id.toLowerCase();
  }
}
