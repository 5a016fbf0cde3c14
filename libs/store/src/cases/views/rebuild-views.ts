import { IsNull } from 'typeorm';
import type { DataSource, EntityManager } from 'typeorm';
import { SEARCH_SOURCES } from '#domain/search/words.js';
import { processVersion } from '../../process/process-versions.js';
import { writeFirstView } from './first-view.js';
import { fold } from '#domain/case/evolve.js';
import { MessageTable } from '../conversation/message-table.js';
import { messageText } from '../conversation/messages.js';
import { NoteTable } from '../conversation/note-table.js';
import { noteText } from '../conversation/notes.js';
import { DocumentTable } from '../documents/document-table.js';
import { versionsOf } from '../documents/document-versions.js';
import { documentText } from '../documents/documents.js';
import { awaitContent } from '../search/pending-texts.js';
import { putSearchTexts, removeSearchTexts } from '../search/search-texts.js';
import { CollaborationTable } from './collaboration-table.js';
import { OwnershipTable } from './ownership-table.js';
import { DeadlineTable } from './deadline-table.js';
import { EventTable, toCaseEvent } from '../history/event-table.js';
import { HandoverTable } from './handover-table.js';
import { ParticipantTable } from './participant-table.js';

/**
 * Rebuilds the views of a case from its events, and what is searched of it. Writes no outbox messages and keeps the epoch.
 * @returns the version of the rebuilt view.
 */
export async function rebuildViews(dataSource: DataSource, caseId: string): Promise<number> {
  return dataSource.transaction(async (manager) => {
    const view = await manager.findOne(CollaborationTable, {
      select: { id: true, epoch: true },
      where: { id: caseId },
      lock: { mode: 'pessimistic_write' },
    });
    const rows = await manager.find(EventTable, { where: { caseId }, order: { seq: 'ASC' } });
    const events = rows.map(toCaseEvent);
    const { process } = fold(events);
    const { core } = await processVersion(manager, process.id, process.version);
    for (const table of [DeadlineTable, HandoverTable, ParticipantTable, OwnershipTable])
      await manager.delete(table, { caseId });
    await manager.delete(CollaborationTable, { id: caseId });
    const epoch = view?.epoch ?? Math.max(...rows.map((row) => row.epoch));
    await removeSearchTexts(manager, caseId, SEARCH_SOURCES);
    const { after } = await writeFirstView(manager, core, events, epoch);
    await putRelatedTexts(manager, caseId);
    return after.version;
  });
}

/** Notes, messages and documents; the content of these is read anew. */
async function putRelatedTexts(manager: EntityManager, caseId: string): Promise<void> {
  const notes = await manager.findBy(NoteTable, { caseId });
  const messages = await manager.findBy(MessageTable, { caseId });
  const documents = await manager.findBy(DocumentTable, { caseId, withdrawnAt: IsNull() });
  const texts = [...notes.map(noteText), ...messages.map(messageText), ...documents.map(documentText)];
  await putSearchTexts(manager, texts);
  const versions = await versionsOf(
    manager,
    documents.map(({ id }) => id),
  );
  for (const found of versions.values()) for (const version of found.slice(-1)) await awaitContent(manager, version);
}
