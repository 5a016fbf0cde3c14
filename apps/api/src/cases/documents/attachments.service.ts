import { Injectable } from '@nestjs/common';
import type { Case, Handover } from '#domain/model/case.js';
import type { Actor } from '#domain/model/command.js';
import { visibilitiesFor } from '#domain/policy/conversation.js';
import { showsAttachments } from '#domain/policy/documents.js';
import { visibleAspects } from '#domain/policy/read-access.js';
import type { CommandRequest } from '#contracts/http/cases/command.js';
import type { DocumentView } from '#contracts/http/cases/document.js';
import { documentOfHandover, documentsById } from '#store/cases/documents/documents.js';
import type { StoredCase } from '#store/cases/lists/find-case.js';
import { DatabaseService } from '../../shared/database.service.js';
import { refusedWith } from '../../shared/refused.js';
import { DialogueLogsService } from '../dialogue/dialogue-logs.service.js';
import { documentView } from './document-views.js';
import { documentsContextOf } from './documents-context.js';

/** The documents that a handover hands over: those that the sender chose, and what the case made for it. */
@Injectable()
export class AttachmentsService {
  constructor(
    private readonly database: DatabaseService,
    private readonly dialogueLogs: DialogueLogsService,
  ) {}

  /** @throws HttpRefusal 422 `unknown-document` for one that the sender does not see in this case, and for a withdrawn one. */
  async requireAttachable(state: Case, actor: Actor, body: CommandRequest): Promise<void> {
    const ids = body.type === 'draftHandover' ? (body.attachments ?? []) : [];
    if (ids.length === 0) return;
    const visibilities = visibilitiesFor(visibleAspects(state, actor));
    const rows = await documentsById(this.database.manager, state.id, ids);
    const attachable = new Set(
      rows.filter((it) => it.withdrawnAt === null && visibilities.includes(it.visibility)).map(({ id }) => id),
    );
    const unknown = ids.flatMap((id, index) => (attachable.has(id) ? [] : [`/attachments/${index}`]));
    if (unknown.length === 0) return;
    throw refusedWith(
      'unknown-document',
      {
        nb: 'Et vedlegg er trukket, eller finnes ikke i saken.',
        en: 'An attachment is withdrawn, or does not exist in the case.',
      },
      unknown.map((pointer) => ({ pointer, detail: 'is no document of this case whose content is served' })),
    );
  }

  /** In the order in which the documents came to the case; nothing for readers who do not see the handover's package. */
  async of(stored: StoredCase, handover: Handover, actor: Actor): Promise<DocumentView[]> {
    const { state } = stored;
    const reads = visibleAspects(state, actor);
    if (!showsAttachments(handover, reads)) return [];
    if (handover.id === state.handovers.at(-1)?.id) await this.dialogueLogs.attachToNewest(stored);
    const { manager } = this.database;
    const chosen = await documentsById(manager, state.id, handover.attachments ?? []);
    const made = await documentOfHandover(manager, state.id, handover.id);
    const visibilities = visibilitiesFor(reads);
    const rows = [...chosen, ...(made ? [made] : [])].filter(({ visibility }) => visibilities.includes(visibility));
    const context = await documentsContextOf(manager, rows);
    return rows.map((row) => documentView(row, context));
  }
}
