import { Body, Controller, Param, Put } from '@nestjs/common';
import type { z } from 'zod';
import { sensitivityBody, sensitivityView } from '#contracts/http/privacy.js';
import { isPermitted } from '#domain/policy/permits.js';
import { setSensitive } from '#store/cases/lists/sensitivity.js';
import { CollaborationsService } from '../cases/collaborations.service.js';
import { ProcessesService } from '../process/processes.service.js';
import { Allowed } from '../shared/allowed/allowed.decorator.js';
import { Answers } from '../shared/answers.decorator.js';
import { CaseIdPipe } from '../shared/input/case-id.pipe.js';
import { DatabaseService } from '../shared/database.service.js';
import { refusedWith } from '../shared/refused.js';
import { Caller } from '../shared/caller/caller.decorator.js';
import type { SignedInCaller } from '../shared/caller/caller.decorator.js';

const MAY_MARK = ['owner', 'manager', 'personvern', 'admin'];

@Controller('collaborations/:id/sensitivity')
export class SensitivityController {
  constructor(
    private readonly collaborations: CollaborationsService,
    private readonly processes: ProcessesService,
    private readonly database: DatabaseService,
  ) {}

  /** Every reading of a sensitive case is logged. */
  @Put()
  @Allowed('signed-in')
  @Answers({
    tag: 'Privacy',
    summary: 'Mark a case as sensitive, or no longer',
    ok: { 200: sensitivityView },
    refusals: ['not-found', 'forbidden', 'too-large'],
  })
  async set(
    @Param('id', CaseIdPipe) id: string,
    @Body({ schema: sensitivityBody }) { sensitive }: z.output<typeof sensitivityBody>,
    @Caller() caller: SignedInCaller,
  ): Promise<z.infer<typeof sensitivityView>> {
    const { state } = await this.collaborations.requireReadable(id, caller);
    if (!isPermitted(await this.processes.documentFor(state), state, caller.actor, MAY_MARK))
      throw refusedWith('forbidden', {
        nb: 'Bare saksansvarlig, leder, personvernombud og administrator merker en sak.',
        en: 'Only the owner of the case, a manager, the data protection officer and an administrator may mark a case.',
      });
    await setSensitive(this.database.manager, { caseId: id, sensitive, by: caller.user.id });
    return { sensitive };
  }
}
