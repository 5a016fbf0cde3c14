import { pipeline } from 'node:stream/promises';
import { Readable } from 'node:stream';
import { Controller, Get, Param, Query, Res } from '@nestjs/common';
import { ApiProduces } from '@nestjs/swagger';
import type { Response } from 'express';
import { z } from 'zod';
import { visibleAspects } from '#domain/policy/read-access.js';
import { dialogueLogQuery } from '#contracts/http/cases/document.js';
import { Allowed } from '../../shared/allowed/allowed.decorator.js';
import { Answers } from '../../shared/answers.decorator.js';
import { Caller } from '../../shared/caller/caller.decorator.js';
import type { SignedInCaller } from '../../shared/caller/caller.decorator.js';
import { CaseIdPipe } from '../../shared/input/case-id.pipe.js';
import { refusedWith } from '../../shared/refused.js';
import { CollaborationsService } from '../collaborations.service.js';
import { dialogueLogCsv } from './dialogue-log-csv.js';
import { dialogueLogPdf } from './dialogue-log-pdf.js';
import { DialogueLogsService } from './dialogue-logs.service.js';

@Controller('collaborations/:id/dialogue-log')
export class DialogueLogController {
  constructor(
    private readonly collaborations: CollaborationsService,
    private readonly logs: DialogueLogsService,
  ) {}

  /** As the case is now; handovers have it as it was when they were sent. */
  @Get()
  @Allowed('signed-in')
  @ApiProduces('application/pdf', 'text/csv')
  @Answers({
    tag: 'Documents',
    summary: 'Every contact with a possible supplier, as PDF or CSV',
    ok: { 200: z.string() },
    refusals: ['not-found', 'forbidden'],
  })
  async log(
    @Param('id', CaseIdPipe) id: string,
    @Query({ schema: dialogueLogQuery }) { format = 'pdf' }: z.output<typeof dialogueLogQuery>,
    @Caller() caller: SignedInCaller,
    @Res() response: Response,
  ): Promise<void> {
    const stored = await this.collaborations.requireReadable(id, caller);
    if (!visibleAspects(stored.state, caller.actor).has('internal'))
      throw refusedWith('forbidden', {
        nb: 'Dialogloggen er bare for dem som arbeider med saken.',
        en: 'The dialogue log is only for those who work on the case.',
      });
    const log = await this.logs.logOf(stored);
    const content = format === 'csv' ? Readable.from([dialogueLogCsv(log.entries)]) : dialogueLogPdf(log);
    response.attachment(`Dialoglogg ${log.number}.${format}`);
    response.setHeader('Content-Type', format === 'csv' ? 'text/csv; charset=utf-8' : 'application/pdf');
    try {
      await pipeline(content, response);
    } catch (error) {
      // The client disconnected, so there is nobody to send an error to.
      if ((error as NodeJS.ErrnoException).code !== 'ERR_STREAM_PREMATURE_CLOSE') throw error;
    }
  }
}
