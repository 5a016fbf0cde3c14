import { pipeline } from 'node:stream/promises';
import { Controller, Get, Query, Res } from '@nestjs/common';
import { ApiProduces } from '@nestjs/swagger';
import type { Response } from 'express';
import { z } from 'zod';
import { auditExportQuery, auditList, auditQuery } from '#contracts/http/audit.js';
import { malformed } from '#platform/problems/http-refusal.js';
import { AUDIT_KINDS } from '#store/audit/audit.js';
import { Allowed } from '../shared/allowed/allowed.decorator.js';
import { Answers } from '../shared/answers.decorator.js';
import { Caller } from '../shared/caller/caller.decorator.js';
import type { SignedInCaller } from '../shared/caller/caller.decorator.js';
import { RequiresScope } from '../shared/caller/scope.decorator.js';
import { CursorsService } from '../shared/cursors.service.js';
import { auditCsvRows, auditCsvStringifier } from './audit-csv.js';
import { AuditLogService } from './audit-log.service.js';

@Controller('audit')
@RequiresScope('admin')
export class AuditController {
  constructor(
    private readonly log: AuditLogService,
    private readonly cursors: CursorsService,
  ) {}

  /** Newest first. `from` and `to` are local dates, both included. */
  @Get()
  @Allowed('controller', 'admin')
  @Answers({ tag: 'Audit', summary: 'The audit log', ok: { 200: auditList }, refusals: ['forbidden'] })
  async list(
    @Query({ schema: auditQuery })
    { limit = 50, cursor, kind, collaboration: caseId, ...filter }: z.output<typeof auditQuery>,
  ): Promise<z.infer<typeof auditList>> {
    requireKind(kind);
    const query = { ...filter, kind, caseId };
    const asked = { list: 'audit', query };
    const { rows, next } = await this.log.list({ ...query, limit, cursor: this.cursors.read(asked, cursor) });
    return { items: [...rows], next: this.cursors.write(asked, next) };
  }

  /** The whole log, or a part of it by local dates, oldest first, as CSV. Each export is logged. */
  @Get('export')
  @Allowed('controller', 'admin')
  @ApiProduces('text/csv')
  @Answers({ tag: 'Audit', summary: 'The audit log as CSV', ok: { 200: z.string() }, refusals: ['forbidden'] })
  async export(
    @Query({ schema: auditExportQuery }) days: z.output<typeof auditExportQuery>,
    @Caller() { user }: SignedInCaller,
    @Res() response: Response,
  ): Promise<void> {
    const entries = await this.log.export(days, user.id);
    response.writeHead(200, {
      'Content-Type': 'text/csv; charset=utf-8',
      'Content-Disposition': 'attachment; filename="revisjonslogg.csv"',
    });
    try {
      await pipeline(auditCsvRows(entries), auditCsvStringifier(), response);
    } catch (error) {
      // The client disconnected, so there is nobody to send an error to.
      if ((error as NodeJS.ErrnoException).code !== 'ERR_STREAM_PREMATURE_CLOSE') throw error;
    }
  }
}

function requireKind(kind: string | undefined): void {
  if (kind === undefined || (AUDIT_KINDS as readonly string[]).includes(kind)) return;
  throw malformed({ nb: 'Søket har ukjente verdier.', en: 'The search has unknown values.' }, [
    { pointer: '/kind', detail: 'is no kind of entry' },
  ]);
}
