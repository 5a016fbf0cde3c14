import { Controller, Get, Query } from '@nestjs/common';
import type { z } from 'zod';
import { organisationsQuery, organisationList } from '#contracts/http/organisations.js';
import { findOrganisations } from '#store/organisations/organisations.js';
import { Allowed } from '../shared/allowed/allowed.decorator.js';
import { Answers } from '../shared/answers.decorator.js';
import { DatabaseService } from '../shared/database.service.js';

@Controller('organisations')
export class OrganisationsController {
  constructor(private readonly database: DatabaseService) {}

  @Get()
  @Allowed('staff')
  @Answers({
    tag: 'Organisations',
    summary: 'Look up organisations by number or name',
    ok: { 200: organisationList },
    refusals: ['forbidden'],
  })
  async find(
    @Query({ schema: organisationsQuery }) { number, q, limit = 20 }: z.output<typeof organisationsQuery>,
  ): Promise<z.infer<typeof organisationList>> {
    const rows = await findOrganisations(this.database.manager, {
      ...(number !== undefined && { number }),
      ...(q !== undefined && { q }),
      limit,
    });
    return {
      items: rows.map(({ id, name, number: digits }) => ({ id, name, ...(digits !== null && { number: digits }) })),
      next: null,
    };
  }
}
