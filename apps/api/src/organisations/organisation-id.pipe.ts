import type { PipeTransform } from '@nestjs/common';
import { isUuid } from '#platform/input/uuid.js';
import { organisationNotFound } from './contact-access.service.js';

/** Answers 404 for text that is no UUID, as for an unknown organisation. */
export class OrganisationIdPipe implements PipeTransform<string, string> {
  transform(id: string): string {
    if (!isUuid(id)) throw organisationNotFound();
    return id.toLowerCase();
  }
}
