import { Controller, Get, Query } from '@nestjs/common';
import type { z } from 'zod';
import { organisationsQuery } from '#contracts/http/organisations.js';
import { organisationList } from '#contracts/http/organisations.js';
import { findOrganisations } from '#store/organisations/organisations.js';
import { Answers } from '../shared/answers.decorator.js';
import { DatabaseService } from '../shared/database.service.js';
import { refusedWith } from '../shared/refused.js';
import { Caller } from '../shared/caller/caller.decorator.js';
import type { SignedInCaller } from '../shared/caller/caller.decorator.js';

@Controller('organisations')
export class OrganisationsController {
  constructor(private readonly database: DatabaseService) {}

  @Get()
  @Answers({
    tag: 'Organisations',
    summary: 'Look up organisations by number or name',
    ok: { 200: organisationList },
    refusals: ['forbidden'],
  })
  async find(
    @Caller() { user }: SignedInCaller,
    @Query({ schema: organisationsQuery }) { number, q, limit = 20 }: z.output<typeof organisationsQuery>,
  ): Promise<z.infer<typeof organisationList>> {
    if (!user.staff) throw refusedWith('forbidden', 'Bare ansatte kan slå opp organisasjoner.');
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
