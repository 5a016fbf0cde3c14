import type { EntitySchema } from 'typeorm';
import { ApiTokenTable } from './access/api-token-table.js';
import { IdentityTable } from './access/identity-table.js';
import { OwnSettingsTable } from './access/own-settings-table.js';
import { RateLimitTable } from './access/rate-limit-table.js';
import { SessionTable } from './access/session-table.js';
import { SignInAttemptTable } from './access/sign-in-attempt-table.js';
import { SignInLinkTable } from './access/sign-in-link-table.js';
import { AuditEntryTable } from './audit/audit-entry-table.js';
import { AuditHeadTable } from './audit/audit-head-table.js';
import { MessageReadTable } from './cases/conversation/message-read-table.js';
import { MessageTable } from './cases/conversation/message-table.js';
import { NoteTable } from './cases/conversation/note-table.js';
import { FileTable } from './cases/documents/file-table.js';
import { DocumentTable } from './cases/documents/document-table.js';
import { DocumentVersionTable } from './cases/documents/document-version-table.js';
import { CaseNumberTable } from './cases/history/case-number-table.js';
import { DivergedTable } from './cases/history/diverged-table.js';
import { EventTable } from './cases/history/event-table.js';
import { EnquiryTable } from './cases/intake/enquiry-table.js';
import { SensitiveCaseTable } from './cases/lists/sensitive-case-table.js';
import { SearchTextTable } from './cases/search/search-text-table.js';
import { SearchWordTable } from './cases/search/search-word-table.js';
import { StartRequestTable } from './cases/start-request-table.js';
import { TextTable } from './cases/texts/text-table.js';
import { CollaborationTable } from './cases/views/collaboration-table.js';
import { OwnershipTable } from './cases/views/ownership-table.js';
import { DeadlineTable } from './cases/views/deadline-table.js';
import { HandoverTable } from './cases/views/handover-table.js';
import { ParticipantTable } from './cases/views/participant-table.js';
import { RequestAnswerTable } from './db/request-answer-table.js';
import { HeartbeatTable } from './installation/heartbeat-table.js';
import { InstallationTable } from './installation/installation-table.js';
import { OutboxMessageTable } from './mailroom/outbox-message-table.js';
import { OrganisationTable } from './organisations/organisation-table.js';
import { RepresentativeTable } from './organisations/representative-table.js';
import { AbsenceTable } from './people/absence-table.js';
import { AreaTable } from './people/area-table.js';
import { PersonTable } from './people/person-table.js';
import { RoleGrantTable } from './people/role-grant-table.js';
import { UnitTable } from './people/unit-table.js';
import { ProcessVersionTable } from './process/process-version-table.js';

/**
 * What happens to rows that refer to a person who is erased. Deleted: they are about that person alone. Ended: they say who
 * held what when, by an id that no longer identifies anybody. Kept: they are about somebody or something else.
 */
export type ErasureRule = 'deleted' | 'ended' | 'kept';

/** One table of the database: its columns, what each program may do with it, and what an erasure does to its rows. */
export interface StoredTable {
  // eslint-disable-next-line @typescript-eslint/no-explicit-any -- tables of different rows stand in one list
  readonly entity: EntitySchema<any>;
  /** Privileges granted to the api and to the worker; without any the program may do nothing with the table. */
  readonly api?: string;
  readonly worker?: string;
  /** By column, for every column that refers to a person. */
  readonly onErasure?: Readonly<Record<string, ErasureRule>>;
}

const READ = 'SELECT';
const ADD = 'SELECT, INSERT';
const KEEP = 'SELECT, INSERT, UPDATE';
const ALL = 'SELECT, INSERT, UPDATE, DELETE';

/** Every table. One that is not here is unknown to TypeORM, closed to both programs, and red in a test. */
export const TABLES: readonly StoredTable[] = [
  // History is added to, never changed. A row policy lets the api write only the events that open a case (apply-grants.ts).
  { entity: EventTable, api: ADD, worker: ADD },
  { entity: ProcessVersionTable, api: READ, worker: READ },
  { entity: AuditEntryTable, api: ADD },
  { entity: AuditHeadTable, api: KEEP },

  // Views: the api writes those of a case that it opens; afterwards only the worker does. The title is a copy of a text.
  { entity: CollaborationTable, api: `${ADD}, UPDATE (title)`, worker: 'SELECT, UPDATE' },
  { entity: DeadlineTable, api: ADD, worker: ALL },
  { entity: HandoverTable, api: ADD, worker: KEEP },
  { entity: ParticipantTable, api: READ, worker: KEEP },
  { entity: OwnershipTable, api: ADD, worker: KEEP },
  { entity: OutboxMessageTable, api: ADD, worker: KEEP },

  // Texts are written by the api before a command; the worker attaches them to events and sweeps the rest.
  { entity: TextTable, api: KEEP, worker: 'SELECT, UPDATE (case_id, attached_at), DELETE' },

  // What people write to each other; an erasure replaces whom it names (redact-texts.ts). The worker has no business there.
  { entity: NoteTable, api: `${ADD}, UPDATE (body)`, onErasure: { by: 'kept' } },
  { entity: MessageTable, api: `${ADD}, UPDATE (body)`, onErasure: { by: 'kept' } },
  // Copies of what is searched, of cases too; an erasure replaces whom it names (redact-texts.ts).
  { entity: SearchTextTable, api: ALL },
  { entity: SearchWordTable, api: 'SELECT, INSERT, DELETE' },
  { entity: MessageReadTable, api: ADD, onErasure: { person: 'kept' } },

  // Files that people uploaded, their content in the file store, and the documents that they are versions of.
  // An erasure replaces whom their names and titles name.
  { entity: FileTable, api: `${ADD}, UPDATE (attached_at, name), DELETE`, onErasure: { by: 'kept' } },
  {
    entity: DocumentTable,
    api: `${ADD}, UPDATE (title, visibility, withdrawn_at, withdrawn_by, withdrawn_reason)`,
    onErasure: { by: 'kept', withdrawn_by: 'kept' },
  },
  { entity: DocumentVersionTable, api: `${ADD}, UPDATE (note)`, onErasure: { by: 'kept' } },

  { entity: CaseNumberTable, api: 'SELECT, INSERT, UPDATE (last)', worker: 'SELECT, INSERT, UPDATE (last)' },
  { entity: StartRequestTable, api: 'INSERT', worker: 'SELECT, UPDATE (started_at)' },
  { entity: InstallationTable, api: READ, worker: READ },
  { entity: HeartbeatTable, api: READ, worker: KEEP },
  { entity: DivergedTable, api: READ, worker: ALL },
  { entity: RequestAnswerTable, api: `${ADD}, UPDATE (answer)`, worker: 'SELECT (at), DELETE' },

  // The worker looks up who is told what, and changes nothing.
  { entity: UnitTable, api: ALL, worker: READ },
  { entity: PersonTable, api: KEEP, worker: READ },
  { entity: RoleGrantTable, api: ALL, worker: READ, onErasure: { person: 'ended' } },
  { entity: AbsenceTable, api: ALL, worker: READ, onErasure: { person: 'deleted', substitute: 'kept' } },
  { entity: AreaTable, api: ALL, worker: READ, onErasure: { contact: 'kept', deputy: 'kept' } },
  { entity: OrganisationTable, api: KEEP, worker: READ },
  {
    entity: RepresentativeTable,
    api: ALL,
    worker: READ,
    onErasure: { person: 'ended', added_by: 'kept', confirmed_by: 'kept' },
  },
  { entity: EnquiryTable, api: KEEP, worker: READ },
  { entity: SensitiveCaseTable, api: 'SELECT, INSERT, DELETE', onErasure: { marked_by: 'kept' } },

  // What lets people in: the worker has no business there.
  { entity: SessionTable, api: ALL, onErasure: { person: 'deleted' } },
  { entity: IdentityTable, api: ALL, onErasure: { person: 'deleted' } },
  { entity: SignInAttemptTable, api: ALL },
  { entity: SignInLinkTable, api: ALL, onErasure: { person: 'deleted' } },
  { entity: ApiTokenTable, api: ALL, onErasure: { person: 'deleted' } },
  { entity: RateLimitTable, api: ALL },
  { entity: OwnSettingsTable, api: ALL, onErasure: { person: 'deleted' } },
];

/** The name of a table in the database. */
export const tableName = ({ entity: { options } }: StoredTable): string => options.tableName ?? options.name;
