import { In, type DataSource, type EntityManager } from 'typeorm';
import type { ProcessCore } from '#domain/process/process-document.js';
import { CollaborationTable, type CollaborationRow } from '../views/collaboration-table.js';
import { OwnershipTable, type OwnershipRow } from '../views/ownership-table.js';
import { DeadlineTable, type DeadlineRow } from '../views/deadline-table.js';
import { DivergedTable, type DivergedRow } from '../history/diverged-table.js';
import { EventTable, type EventRow } from '../history/event-table.js';
import { DocumentTable } from '../documents/document-table.js';
import { DocumentVersionTable } from '../documents/document-version-table.js';
import type { DocumentVersionRow } from '../documents/document-version-table.js';
import { HandoverTable, type HandoverRow } from '../views/handover-table.js';
import { MessageTable, type MessageRow } from '../conversation/message-table.js';
import { OutboxMessageTable, type OutboxMessageRow } from '../../mailroom/outbox-message-table.js';
import { ParticipantTable, type ParticipantRow } from '../views/participant-table.js';
import { ProcessVersionTable } from '../../process/process-version-table.js';
import { StartRequestTable, type StartRequestRow } from '../start-request-table.js';
import { TextTable } from '../texts/text-table.js';
import { replay, type Replayed } from './case-history.js';

/** Everything that Postgres holds on one case, read in one snapshot. */
export interface CaseFile {
  readonly caseId: string;
  readonly number: string | null;
  readonly events: readonly EventRow[];
  readonly replayed: Replayed;
  readonly view: CollaborationRow | null;
  readonly deadlines: readonly DeadlineRow[];
  readonly handovers: readonly HandoverRow[];
  readonly parties: readonly ParticipantRow[];
  /** Oldest first. */
  readonly ownershipHistory: readonly OwnershipRow[];
  readonly outboxMessages: readonly OutboxMessageKey[];
  /** What the municipality and the entrepreneur wrote to each other, by number. */
  readonly writtenMessages: readonly Pick<MessageRow, 'caseId' | 'n'>[];
  /** The versions of documents that both sides see. */
  readonly sharedVersions: readonly Pick<DocumentVersionRow, 'caseId' | 'n'>[];
  readonly divergedRows: readonly DivergedRow[];
  readonly startRequest: StartRequestRow | null;
  /** The title, read from its row in `text`; null when that row is missing. */
  readonly title: string | null;
  /** The process version to which the case is pinned; null when this installation does not have it. */
  readonly core: ProcessCore | null;
}

export type OutboxMessageKey = Pick<OutboxMessageRow, 'caseId' | 'seq' | 'kind' | 'slot'>;

/** Reads these cases in one snapshot, so that each is consistent although commands go on meanwhile. */
export function readCaseFiles(dataSource: DataSource, ids: readonly string[]): Promise<CaseFile[]> {
  return dataSource.transaction('REPEATABLE READ', async (manager) => {
    await manager.query('SET TRANSACTION READ ONLY');
    return read(manager, ids);
  });
}

async function read(manager: EntityManager, ids: readonly string[]): Promise<CaseFile[]> {
  const where = { caseId: In([...ids]) };
  const events = byCase(await manager.find(EventTable, { where, order: { seq: 'ASC' } }));
  const views = await manager.findBy(CollaborationTable, { id: In([...ids]) });
  const deadlines = byCase(await manager.find(DeadlineTable, { where, order: { id: 'ASC' } }));
  const handovers = byCase(await manager.find(HandoverTable, { where, order: { id: 'ASC' } }));
  const parties = byCase(await manager.find(ParticipantTable, { where, order: { n: 'ASC' } }));
  const ownership = byCase(await manager.find(OwnershipTable, { where, order: { fromSeq: 'ASC' } }));
  const select = { id: true, caseId: true, seq: true, kind: true, slot: true } as const;
  const messages = byCase(await manager.find(OutboxMessageTable, { select, where, order: { seq: 'ASC' } }));
  const written = byCase(
    await manager.find(MessageTable, { select: { caseId: true, n: true }, where, order: { n: 'ASC' } }),
  );
  const shared = byCase(await sharedVersionsOf(manager, ids));
  const diverged = byCase(await manager.find(DivergedTable, { where, order: { seq: 'ASC' } }));
  const starts = byCase(await manager.findBy(StartRequestTable, where));
  const replayed = new Map(ids.map((id) => [id, replay(events.get(id) ?? [])]));
  const titles = await titlesOf(manager, [...events.values()]);
  const cores = await coresOf(manager, [...replayed.values()]);
  return ids.map((caseId): CaseFile => {
    const replayResult = replayed.get(caseId) ?? replay([]);
    const view = views.find(({ id }) => id === caseId) ?? null;
    const ownEvents = events.get(caseId) ?? [];
    return {
      caseId,
      number: view?.number ?? (replayResult.ok ? replayResult.state.number : null),
      events: ownEvents,
      replayed: replayResult,
      view,
      deadlines: deadlines.get(caseId) ?? [],
      handovers: handovers.get(caseId) ?? [],
      parties: parties.get(caseId) ?? [],
      ownershipHistory: ownership.get(caseId) ?? [],
      outboxMessages: messages.get(caseId) ?? [],
      writtenMessages: written.get(caseId) ?? [],
      sharedVersions: shared.get(caseId) ?? [],
      divergedRows: diverged.get(caseId) ?? [],
      startRequest: starts.get(caseId)?.[0] ?? null,
      title: titles.get(titleKeyOf(ownEvents) ?? '') ?? null,
      core: (replayResult.ok && cores.get(versionKey(replayResult.state.process))) || null,
    };
  });
}

/** The file of a case of which Postgres has no row. */
export function emptyCaseFile(caseId: string): CaseFile {
  const none: readonly never[] = [];
  return {
    caseId,
    number: null,
    events: none,
    replayed: replay(none),
    view: null,
    deadlines: none,
    handovers: none,
    parties: none,
    ownershipHistory: none,
    outboxMessages: none,
    writtenMessages: none,
    sharedVersions: none,
    divergedRows: none,
    startRequest: null,
    title: null,
    core: null,
  };
}

function byCase<Row extends { caseId: string }>(rows: readonly Row[]): Map<string, Row[]> {
  const groups = new Map<string, Row[]>();
  for (const row of rows) {
    const group = groups.get(row.caseId);
    if (group) group.push(row);
    else groups.set(row.caseId, [row]);
  }
  return groups;
}

async function sharedVersionsOf(
  manager: EntityManager,
  ids: readonly string[],
): Promise<Pick<DocumentVersionRow, 'caseId' | 'n'>[]> {
  const documents = await manager.find(DocumentTable, {
    select: { id: true },
    where: { caseId: In([...ids]), visibility: 'SHARED' },
  });
  return manager.find(DocumentVersionTable, {
    select: { caseId: true, n: true },
    where: { documentId: In(documents.map(({ id }) => id)) },
    order: { n: 'ASC' },
  });
}

async function titlesOf(manager: EntityManager, histories: readonly EventRow[][]): Promise<Map<string, string>> {
  const keys = histories.map(titleKeyOf).filter((key) => key !== undefined);
  const rows = await manager.findBy(TextTable, { id: In(keys) });
  return new Map(rows.map(({ id, body }) => [id, typeof body === 'string' ? body : JSON.stringify(body)]));
}

function titleKeyOf([first]: readonly EventRow[]): string | undefined {
  const { title } = (first?.data ?? {}) as { title?: unknown };
  return typeof title === 'string' ? title : undefined;
}

async function coresOf(manager: EntityManager, histories: readonly Replayed[]): Promise<Map<string, ProcessCore>> {
  const pinned = new Map(histories.flatMap((it) => (it.ok ? [[versionKey(it.state.process), it.state.process]] : [])));
  if (pinned.size === 0) return new Map();
  const rows = await manager.find(ProcessVersionTable, {
    select: { id: true, version: true, core: true as never },
    where: [...pinned.values()].map(({ id, version }) => ({ id, version })),
  });
  return new Map(rows.map((row) => [versionKey(row), row.core]));
}

const versionKey = ({ id, version }: { readonly id: string; readonly version: number }): string => `${id}/${version}`;
