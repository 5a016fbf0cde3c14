import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Case } from '#domain/model/case.js';
import type { Actor } from '#domain/model/command.js';
import type { Refusal } from '#domain/model/refusal.js';
import { sideOf, visibilitiesFor } from '#domain/policy/conversation.js';
import type { MessageSide } from '#domain/policy/conversation.js';
import {
  refuseDocument,
  refuseSharing,
  refuseVersion,
  refuseWithdrawal,
  takesDocuments,
  visibilityOfNew,
} from '#domain/policy/documents.js';
import type { DocumentAccess } from '#domain/policy/documents.js';
import { visibleAspects } from '#domain/policy/read-access.js';
import type { Instant } from '#domain/time.js';
import type { DocumentRequest, VersionRequest, WithdrawRequest } from '#contracts/http/cases/document.js';
import { addVersion, tellOfNewest } from '#store/cases/documents/document-versions.js';
import { addDocument, documentIn, shareDocument, withdrawDocument } from '#store/cases/documents/documents.js';
import type { DocumentRow } from '#store/cases/documents/documents.js';
import { contactDetailsOf } from '#store/people/contact-details.js';
import { DatabaseService } from '../../shared/database.service.js';
import { refused } from '../../shared/refused.js';
import { requireNoNationalIdentityNumber } from '../../shared/require-no-national-identity-number.js';
import { closedCaseRefusal } from '../conversation/closed-case.js';
import { ConversationService } from '../conversation/conversation.service.js';
import type { Writing } from '../conversation/conversation.service.js';
import { attachedFile } from './attached-file.js';
import { noSuchDocument } from './no-such-document.js';

/** What changes in a document, for callers who may read the case. Each change is one transaction, with its letter. */
@Injectable()
export class DocumentsService {
  constructor(
    private readonly database: DatabaseService,
    private readonly conversation: ConversationService,
  ) {}

  /** @returns its id. @throws HttpRefusal 403, 400 `sensitive-number`, 409, 422 `unknown-file`, 422 `key-reused`. */
  async create(state: Case, { caller, key, body }: Writing & { readonly body: DocumentRequest }): Promise<string> {
    const { actor, user } = caller;
    const side = sideOf(state, actor);
    requireAllowed(refuseDocument(state, actor));
    const visibility = visibilityOfNew(side, body.visibility);
    if (typeof visibility !== 'string') throw refused(visibility);
    requireNoNationalIdentityNumber({ '/title': body.title });
    const { title, kind, file } = body;
    return this.write(state, { caller, key, body }, async (manager, locked, at) => {
      requireAllowed(refuseDocument(locked, actor));
      const from = sideOf(locked, actor) ?? 'ENTREPRENEUR';
      const attached = await attachedFile(manager, { id: file, caseId: locked.id, by: user.id, at });
      const row = { caseId: locked.id, title, kind, visibility, from, by: user.id, at, handover: null };
      const document = await addDocument(manager, row);
      await addVersion(manager, document, { fileId: attached.id, by: user.id, at, note: null });
      return { document, told: document.visibility === 'SHARED' };
    });
  }

  async addVersion(
    state: Case,
    id: string,
    { caller, key, body }: Writing & { readonly body: VersionRequest },
  ): Promise<string> {
    const { actor, user } = caller;
    requireNoNationalIdentityNumber({ '/note': body.note });
    await this.requireVisible(this.database.manager, state, id, actor);
    return this.write(state, { caller, key, body: { document: id, ...body } }, async (manager, locked, at) => {
      const document = await this.requireVisible(manager, locked, id, actor);
      requireAllowed(refuseVersion(locked, actor, accessOf(document)));
      const attached = await attachedFile(manager, { id: body.file, caseId: locked.id, by: user.id, at });
      await addVersion(manager, document, { fileId: attached.id, by: user.id, at, note: body.note ?? null });
      return { document, told: document.visibility === 'SHARED' };
    });
  }

  /** Withdrawing it again changes nothing. */
  async withdraw(
    state: Case,
    id: string,
    { caller, key, body }: Writing & { readonly body: WithdrawRequest },
  ): Promise<string> {
    const { actor, user } = caller;
    requireNoNationalIdentityNumber({ '/reason': body.reason });
    await this.requireVisible(this.database.manager, state, id, actor);
    return this.write(state, { caller, key, body: { document: id, ...body } }, async (manager, locked, at) => {
      const document = await this.requireVisible(manager, locked, id, actor);
      requireAllowed(refuseWithdrawal(locked, actor, accessOf(document)));
      await withdrawDocument(manager, document, { by: user.id, at, reason: body.reason });
      return { document, told: false };
    });
  }

  /** With all its versions. Sharing it again changes nothing, and tells nobody twice. */
  async share(state: Case, id: string, { caller, key }: Writing): Promise<string> {
    const { actor } = caller;
    await this.requireVisible(this.database.manager, state, id, actor);
    return this.write(state, { caller, key, body: { document: id } }, async (manager, locked) => {
      const document = await this.requireVisible(manager, locked, id, actor);
      requireAllowed(refuseSharing(locked, actor, accessOf(document)));
      await shareDocument(manager, document);
      return { document: { ...document, visibility: 'SHARED' }, told: document.visibility === 'INTERNAL' };
    });
  }

  /** @throws HttpRefusal 404 for one that is not there, and for one that the caller may not see. */
  async requireVisible(manager: EntityManager, state: Case, id: string, actor: Actor): Promise<DocumentRow> {
    const document = await documentIn(manager, state.id, id);
    const visibilities = visibilitiesFor(visibleAspects(state, actor));
    if (!document || !visibilities.includes(document.visibility)) throw noSuchDocument();
    return document;
  }

  private async write(
    state: Case,
    writing: Writing,
    change: (
      manager: EntityManager,
      locked: Case,
      at: Instant,
    ) => Promise<{ readonly document: DocumentRow; readonly told: boolean }>,
  ): Promise<string> {
    const { actor, user } = writing.caller;
    let isSeenOutside = false;
    const id = await this.conversation.write(
      state.id,
      writing,
      (locked, manager) => refuseClosed(manager, locked, sideOf(locked, actor)),
      async (manager, locked, at) => {
        const { document, told } = await change(manager, locked, at);
        isSeenOutside = document.visibility === 'SHARED';
        const from = sideOf(locked, actor) ?? 'ENTREPRENEUR';
        if (told) await tellOfNewest(manager, locked, document, { from, by: user.id, at });
        return { id: document.id };
      },
    );
    // A change of an internal one would tell the entrepreneur's page that there is one.
    if (isSeenOutside) await this.conversation.announce(state);
    return id;
  }
}

const accessOf = ({ visibility, from, withdrawnAt }: DocumentRow): DocumentAccess => ({
  visibility,
  from,
  isWithdrawn: withdrawnAt !== null,
});

function requireAllowed(refusal: Refusal | null): void {
  if (refusal) throw refused(refusal);
}

async function refuseClosed(manager: EntityManager, state: Case, side: MessageSide | null): Promise<Refusal | null> {
  if (takesDocuments(state, side)) return null;
  const contacts = await contactDetailsOf(manager, [state.contact]);
  return closedCaseRefusal(contacts.get(state.contact) ?? { name: state.contact, phone: null, email: null });
}
