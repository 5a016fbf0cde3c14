import type { EntityManager } from 'typeorm';
import { osloDateOf } from '#domain/calendar/oslo-time.js';
import type { Instant } from '#domain/time.js';
import { insertRows } from '../../db/write-rows.js';
import { OutboxMessageTable } from '../../mailroom/outbox-message-table.js';
import { newCaseMessage } from '../../mailroom/outbox-messages-of.js';
import { hasSpeaker } from '../../organisations/organisation-contacts.js';

export interface NewCaseOfOrganisation {
  readonly caseId: string;
  readonly organisation: string | null;
  readonly receivedAt: Instant;
}

/** Writes the letter to those who speak for the whole organisation of a new case; none when nobody does. */
export async function tellSpeakers(
  manager: EntityManager,
  { caseId, organisation, receivedAt }: NewCaseOfOrganisation,
): Promise<void> {
  if (organisation === null || !(await hasSpeaker(manager, organisation, osloDateOf(receivedAt)))) return;
  await insertRows(manager, OutboxMessageTable, [newCaseMessage(caseId, receivedAt)]);
}
