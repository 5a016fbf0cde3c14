import { randomUUID } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { osloDateOf } from '#domain/calendar/oslo-time.js';
import { dayText } from '#domain/model/words/day-text.js';
import { isAwaitingAnswer } from '#domain/model/handover-state.js';
import type { Handover } from '#domain/model/case.js';
import type { Logger } from '#platform/logger.js';
import { addVersion } from '#store/cases/documents/document-versions.js';
import { addDocument, documentOfHandover } from '#store/cases/documents/documents.js';
import { addFile, attachFile } from '#store/cases/documents/files.js';
import { contactMessages } from '#store/cases/conversation/messages.js';
import { lockCase } from '#store/cases/conversation/lock-case.js';
import type { StoredCase } from '#store/cases/lists/find-case.js';
import { textsByKey } from '#store/cases/texts/texts.js';
import { namesOf } from '#store/people/names-of.js';
import { ProcessesService } from '../../process/processes.service.js';
import { DatabaseService } from '../../shared/database.service.js';
import { DirectoryService } from '../../shared/directory.service.js';
import { FilesService } from '../../shared/files.service.js';
import { InstallationClockService } from '../../shared/installation-clock.service.js';
import { LOG } from '../../shared/log-token.js';
import { dialogueEntries, textKeysOfDialogue } from './dialogue-log.js';
import { dialogueLogPdf } from './dialogue-log-pdf.js';
import type { DialogueLog } from './dialogue-log-pdf.js';

/** The role of those who buy for the municipality. */
const BUYER = 'innkjoper';

/** The contacts with possible suppliers on a case, as a document that goes with its handovers. */
@Injectable()
export class DialogueLogsService {
  constructor(
    private readonly database: DatabaseService,
    private readonly processes: ProcessesService,
    private readonly people: DirectoryService,
    private readonly installation: InstallationClockService,
    private readonly files: FilesService,
    @Inject(LOG) private readonly log: Logger,
  ) {}

  /** The handover is sent whatever becomes of this: without room for the log it is made when somebody reads the handover. */
  async attachWhenSent(stored: StoredCase): Promise<void> {
    try {
      await this.attachToNewest(stored);
    } catch (error) {
      this.log.error({ err: error, case: stored.state.id }, 'no dialogue log could be attached to the handover');
    }
  }

  async logOf({ state, title }: StoredCase): Promise<DialogueLog> {
    const { manager } = this.database;
    const document = await this.processes.documentFor(state);
    const texts = await textsByKey(manager, [state.id], textKeysOfDialogue({ state, document }));
    const messages = await contactMessages(manager, state.id);
    const names = await namesOf(manager, [...new Set(messages.map(({ by }) => by))]);
    const directory = await this.people.directory();
    const entries = dialogueEntries({ state, document, directory, texts, messages, names });
    return { number: state.number, title, madeOn: osloDateOf(await this.installation.now()), entries };
  }

  /**
   * Makes the log of the newest handover, once: when it is sent, or else when it is first read. The content is stored before
   * the row, and one that gets no row is taken by the sweep.
   */
  async attachToNewest(stored: StoredCase): Promise<void> {
    const handover = stored.state.handovers.at(-1);
    if (!isAwaitingAnswer(handover) || !(await this.isWanted(stored, handover))) return;
    const key = randomUUID();
    const content = await this.files.store.put(key, dialogueLogPdf(await this.logOf(stored)));
    const at = await this.installation.now();
    await this.database.dataSource.transaction(async (manager) => {
      await lockCase(manager, stored.state.id);
      if (await documentOfHandover(manager, stored.state.id, handover.id)) return;
      await addLog(manager, stored, { handover, at, key, ...content });
    });
  }

  /** Whoever is to buy gets it, and so does everybody to whom the dialogue is handed over. */
  private async isWanted({ state }: StoredCase, { id, receivers, package: sections }: Handover): Promise<boolean> {
    const { manager } = this.database;
    if (await documentOfHandover(manager, state.id, id)) return false;
    const { users } = await this.people.directory();
    const buyers = new Set(users.filter((it) => it.grants.some(({ role }) => role === BUYER)).map((it) => it.id));
    if (receivers.some(({ person }) => buyers.has(person))) return true;
    const { dialogue } = ((await textsByKey(manager, [state.id], [sections])).get(sections) ?? {}) as {
      readonly dialogue?: unknown;
    };
    return typeof dialogue === 'string' || Array.isArray(dialogue);
  }
}

interface StoredLog {
  readonly handover: Handover;
  readonly at: string;
  readonly key: string;
  readonly size: number;
  readonly sha256: string;
}

async function addLog(
  manager: EntityManager,
  { state: { id: caseId, number } }: StoredCase,
  { handover, at, key, size, sha256 }: StoredLog,
): Promise<void> {
  const by = handover.sentBy ?? handover.from.person;
  const on = osloDateOf(handover.sentAt ?? at);
  const made = { scan: 'NOT_SCANNED', encrypted: false, state: 'READY', code: null, type: 'application/pdf' } as const;
  const name = `Dialoglogg ${number} ${on}.pdf`;
  const { id: fileId } = await addFile(manager, { ...made, id: randomUUID(), caseId, by, at, name, key, size, sha256 });
  await attachFile(manager, { id: fileId, caseId, by, at });
  const document = await addDocument(manager, {
    ...{ caseId, by, at, handover: handover.id, kind: 'DIALOGUE_LOG', visibility: 'INTERNAL', from: 'STAFF' },
    title: `Dialoglogg ved overlevering ${dayText(on).nb}`,
  });
  await addVersion(manager, document, { fileId, by, at, note: null });
}
