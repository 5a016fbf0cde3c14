import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { Controller, Get, Query, Res } from '@nestjs/common';
import { ApiProduces } from '@nestjs/swagger';
import type { Response } from 'express';
import { z } from 'zod';
import { instantInOslo, endOfDay } from '#domain/calendar/oslo-time.js';
import { auditExportQuery, auditList, auditQuery } from '#contracts/http/audit.js';
import type { AuditEntryView } from '#contracts/http/audit.js';
import { malformed } from '#platform/problems/http-refusal.js';
import { numbersOf } from '#store/cases/lists/numbers-of.js';
import { pageOf } from '#store/db/page.js';
import { AUDIT_KINDS, audit } from '#store/audit/audit.js';
import { allEntries, newestEntries } from '#store/audit/list-audit-entries.js';
import type { AuditEntryRow, AuditFilter } from '#store/audit/list-audit-entries.js';
import { namesOf } from '#store/people/names-of.js';
import { Allowed } from '../shared/allowed/allowed.decorator.js';
import { Answers } from '../shared/answers.decorator.js';
import { readCursor, writeCursor } from '../shared/input/cursor.js';
import { DatabaseService } from '../shared/database.service.js';
import { Caller } from '../shared/caller/caller.decorator.js';
import type { SignedInCaller } from '../shared/caller/caller.decorator.js';
import { RequiresScope } from '../shared/caller/scope.decorator.js';
import { auditCsvStringifier, auditCsvRow } from './audit-csv.js';
import { auditEntryViewOf } from './audit-view.js';

@Controller('audit')
@RequiresScope('admin')
export class AuditController {
  constructor(private readonly database: DatabaseService) {}

  /** Newest first. `from` and `to` are local dates, both included. */
  @Get()
  @Allowed('controller', 'admin')
  @Answers({ tag: 'Audit', summary: 'The audit log', ok: { 200: auditList }, refusals: ['forbidden'] })
  async list(
    @Query({ schema: auditQuery }) { limit = 50, cursor, ...query }: z.output<typeof auditQuery>,
  ): Promise<z.infer<typeof auditList>> {
    const { from, to, by, subject, kind, collaboration: caseId } = query;
    requireKind(kind);
    const olderThanId = entryIdOf(cursor);
    const filter = { ...filterForDays(from, to), by, subject, kind, caseId };
    const found = await newestEntries(this.database.manager, filter, { limit: limit + 1, under: olderThanId });
    const { rows, next } = pageOf(found, limit, ({ id }) => ({ after: '', id }));
    return { items: await this.viewsOf(rows), next: writeCursor(next) };
  }

  /** The whole log, or a part of it by local dates, oldest first, as CSV. Each export is logged. */
  @Get('export')
  @Allowed('controller', 'admin')
  @ApiProduces('text/csv')
  @Answers({ tag: 'Audit', summary: 'The audit log as CSV', ok: { 200: z.string() }, refusals: ['forbidden'] })
  async export(
    @Query({ schema: auditExportQuery }) { from, to }: z.output<typeof auditExportQuery>,
    @Caller() caller: SignedInCaller,
    @Res() response: Response,
  ): Promise<void> {
    const { manager } = this.database;
    await audit(manager, { kind: 'auditExported', by: caller.user.id, detail: { from, to } });
    response.writeHead(200, {
      'Content-Type': 'text/csv; charset=utf-8',
      'Content-Disposition': 'attachment; filename="revisjonslogg.csv"',
    });
    try {
      await pipeline(Readable.from(this.rowsOf(filterForDays(from, to))), auditCsvStringifier(), response);
    } catch (error) {
      // The client disconnected, so there is nobody to send an error to.
      if ((error as NodeJS.ErrnoException).code !== 'ERR_STREAM_PREMATURE_CLOSE') throw error;
    }
  }

  private async *rowsOf(filter: AuditFilter): AsyncGenerator<string[]> {
    for await (const rows of allEntries(this.database.manager, filter)) {
      for (const view of await this.viewsOf(rows)) yield auditCsvRow(view);
    }
  }

  private async viewsOf(rows: readonly AuditEntryRow[]): Promise<AuditEntryView[]> {
    const { manager } = this.database;
    const numbers = await numbersOf(manager, rows.map(({ caseId }) => caseId).filter(isGiven));
    const ids = new Set(rows.flatMap(({ by, subject }) => [by, subject]).filter(isGiven));
    const names = await namesOf(manager, [...ids]);
    return rows.map((row) => auditEntryViewOf(row, { names, caseNumbers: numbers }));
  }
}

const isGiven = (id: string | null): id is string => id !== null;

function requireKind(kind: string | undefined): void {
  if (kind === undefined || (AUDIT_KINDS as readonly string[]).includes(kind)) return;
  throw malformed('Søket har ukjente verdier.', [{ pointer: '/kind', detail: 'is no kind of entry' }]);
}

function filterForDays(from: string | undefined, to: string | undefined): AuditFilter {
  return {
    since: from === undefined ? undefined : new Date(instantInOslo(from, 0)),
    before: to === undefined ? undefined : new Date(endOfDay(to)),
  };
}

function entryIdOf(cursor: string | undefined): string | undefined {
  const id = readCursor(cursor)?.id;
  if (id === undefined || /^\d{1,18}$/.test(id)) return id;
  throw malformed('Markøren er ukjent.', [{ pointer: '/cursor', detail: 'is no cursor of this list' }]);
}
