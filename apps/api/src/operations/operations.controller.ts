import { Controller, Get } from '@nestjs/common';
import type { z } from 'zod';
import { OUTBOX_STATUSES } from '#domain/model/outbox-status.js';
import { operationsView } from '#contracts/http/operations.js';
import { installationFigures } from '#store/cases/inspect/installation-figures.js';
import { Allowed } from '../shared/allowed/allowed.decorator.js';
import { Answers } from '../shared/answers.decorator.js';
import { RequiresScope } from '../shared/caller/scope.decorator.js';
import { DatabaseService } from '../shared/database.service.js';

/** How the installation stands: figures and numbers of cases, no text of any. */
@Controller('operations')
@RequiresScope('admin')
export class OperationsController {
  constructor(private readonly database: DatabaseService) {}

  @Get()
  @Allowed('admin')
  @Answers({
    tag: 'Health',
    summary: 'Figures of the installation',
    ok: { 200: operationsView },
    refusals: ['forbidden'],
  })
  async figures(): Promise<z.infer<typeof operationsView>> {
    const { open, closed, halted, letters, oldestWaitingLetter } = await installationFigures(this.database.manager);
    const byStatus = Object.fromEntries(OUTBOX_STATUSES.map((status) => [status, letters[status] ?? 0]));
    return {
      cases: { open, closed, halted: [...halted] },
      letters: byStatus as Record<(typeof OUTBOX_STATUSES)[number], number>,
      oldestWaitingLetter,
    };
  }
}
