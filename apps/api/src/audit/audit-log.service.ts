import { Injectable } from '@nestjs/common';
import { endOfDay, instantInOslo } from '#domain/calendar/oslo-time.js';
import type { UserId } from '#domain/model/case.js';
import type { LocalDate } from '#domain/time.js';
import type { AuditEntryView } from '#contracts/http/audit.js';
import { audit } from '#store/audit/audit.js';
import { allEntries, newestEntries } from '#store/audit/list-audit-entries.js';
import type { AuditEntryRow, AuditFilter } from '#store/audit/list-audit-entries.js';
import { numbersOf } from '#store/cases/lists/numbers-of.js';
import { pageOf } from '#store/db/page.js';
import type { Cursor, Page } from '#store/db/page.js';
import { namesOf } from '#store/people/names-of.js';
import { DatabaseService } from '../shared/database.service.js';
import { auditEntryViewOf } from './audit-view.js';

/** Local dates, both included. */
interface Days {
  readonly from?: LocalDate | undefined;
  readonly to?: LocalDate | undefined;
}

interface AuditListQuery extends Days, Pick<AuditFilter, 'by' | 'subject' | 'kind' | 'caseId'> {
  readonly limit: number;
  readonly cursor: Cursor | undefined;
}

/** Reads the audit log, with the current names of what it names by ids. */
@Injectable()
export class AuditLogService {
  constructor(private readonly database: DatabaseService) {}

  /** Newest first. */
  async list({ from, to, limit, cursor, ...filter }: AuditListQuery): Promise<Page<AuditEntryView>> {
    const found = await newestEntries(
      this.database.manager,
      { ...filter, ...between({ from, to }) },
      { limit: limit + 1, under: cursor?.[0] },
    );
    const { rows, next } = pageOf(found, limit, ({ id }) => [id]);
    return { rows: await this.viewsOf(rows), next };
  }

  /** Writes to the log that it is exported. @returns the entries, oldest first, read as they are consumed. */
  async export(days: Days, by: UserId): Promise<AsyncGenerator<AuditEntryView>> {
    const { from, to } = days;
    await audit(this.database.manager, { kind: 'auditExported', by, detail: { from, to } });
    return this.entriesOf(between(days));
  }

  private async *entriesOf(filter: AuditFilter): AsyncGenerator<AuditEntryView> {
    for await (const rows of allEntries(this.database.manager, filter)) yield* await this.viewsOf(rows);
  }

  private async viewsOf(rows: readonly AuditEntryRow[]): Promise<AuditEntryView[]> {
    const { manager } = this.database;
    const caseNumbers = await numbersOf(manager, rows.map(({ caseId }) => caseId).filter(isGiven));
    const ids = new Set(rows.flatMap(({ by, subject }) => [by, subject]).filter(isGiven));
    const names = await namesOf(manager, [...ids]);
    return rows.map((row) => auditEntryViewOf(row, { names, caseNumbers }));
  }
}

const isGiven = (id: string | null): id is string => id !== null;

const between = ({ from, to }: Days): AuditFilter => ({
  since: from === undefined ? undefined : new Date(instantInOslo(from, 0)),
  before: to === undefined ? undefined : new Date(endOfDay(to)),
});
