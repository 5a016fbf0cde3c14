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
import { DatabaseService } from '../../shared/database.service.js';
import { refused, requireAllowed } from '../../shared/refused.js';
import { requireNoNationalIdentityNumber } from '../../shared/require-no-national-identity-number.js';
import { closedCaseRefusal } from '../conversation/closed-case.js';
import { ConversationService } from '../conversation/conversation.service.js';
import type { Writing } from '../conversation/conversation.service.js';
import { attachedFile } from './attached-file.js';
import { noSuchDocument } from './no-such-document.js';

/** The document as it is now, and whether the other side is told of it. */
interface Change {
  readonly document: DocumentRow;
  readonly told: boolean;
}

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
    const by = caller.user.id;
    requireNoNationalIdentityNumber({ '/note': body.note });
    return this.change(state, id, { caller, key, body }, refuseVersion, async (manager, document, at) => {
      const attached = await attachedFile(manager, { id: body.file, caseId: state.id, by, at });
      await addVersion(manager, document, { fileId: attached.id, by, at, note: body.note ?? null });
      return { document, told: document.visibility === 'SHARED' };
    });
  }

  /** Withdrawing it again changes nothing. */
  async withdraw(
    state: Case,
    id: string,
    { caller, key, body }: Writing & { readonly body: WithdrawRequest },
  ): Promise<string> {
    requireNoNationalIdentityNumber({ '/reason': body.reason });
    return this.change(state, id, { caller, key, body }, refuseWithdrawal, async (manager, document, at) => {
      await withdrawDocument(manager, document, { by: caller.user.id, at, reason: body.reason });
      return { document, told: false };
    });
  }

  /** With all its versions. Sharing it again changes nothing, and tells nobody twice. */
  async share(state: Case, id: string, writing: Writing): Promise<string> {
    return this.change(state, id, writing, refuseSharing, async (manager, document) => {
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

  /** Changes a document that the caller sees, where `refuse` finds nothing against it while the case is locked. */
  private async change(
    state: Case,
    id: string,
    writing: Writing,
    refuse: (state: Case, actor: Actor, document: DocumentAccess) => Refusal | null,
    act: (manager: EntityManager, document: DocumentRow, at: Instant) => Promise<Change>,
  ): Promise<string> {
    const { actor } = writing.caller;
    await this.requireVisible(this.database.manager, state, id, actor);
    return this.write(state, { ...writing, body: { document: id, ...writing.body } }, async (manager, locked, at) => {
      const document = await this.requireVisible(manager, locked, id, actor);
      requireAllowed(refuse(locked, actor, accessOf(document)));
      return act(manager, document, at);
    });
  }

  private async write(
    state: Case,
    writing: Writing,
    change: (manager: EntityManager, locked: Case, at: Instant) => Promise<Change>,
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

async function refuseClosed(manager: EntityManager, state: Case, side: MessageSide | null): Promise<Refusal | null> {
  return takesDocuments(state, side) ? null : closedCaseRefusal(manager, state, 'documents');
}
