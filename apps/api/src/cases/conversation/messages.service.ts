import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Case } from '#domain/model/case.js';
import type { Refusal } from '#domain/model/refusal.js';
import { refuse } from '#domain/model/refusal.js';
import type { Actor } from '#domain/model/command.js';
import { refuseMessage, sideOf, takesMessages } from '#domain/policy/conversation.js';
import type { MessageSide } from '#domain/policy/conversation.js';
import type { MessageRequest, MessageView } from '#contracts/http/cases/message.js';
import { markRead, readingsFrom, unreadMessages } from '#store/cases/conversation/message-reads.js';
import { addMessage, listMessages, messageById } from '#store/cases/conversation/messages.js';
import type { MessageRow } from '#store/cases/conversation/messages.js';
import type { Cursor, Direction } from '#store/db/page.js';
import { namesOf } from '#store/people/names-of.js';
import type { SignedInCaller } from '../../shared/caller/caller.decorator.js';
import { DatabaseService } from '../../shared/database.service.js';
import { InstallationClockService } from '../../shared/installation-clock.service.js';
import { requireAllowed } from '../../shared/refused.js';
import { requireNoNationalIdentityNumber } from '../../shared/require-no-national-identity-number.js';
import { SettingsService } from '../../shared/settings.service.js';
import { closedCaseRefusal } from './closed-case.js';
import { ConversationService } from './conversation.service.js';
import type { Writing } from './conversation.service.js';
import { messageViews } from './message-views.js';

interface PageOfMessages {
  readonly direction: Direction;
  readonly limit: number;
  readonly cursor: Cursor | undefined;
}

/** The messages of a case, for callers who may read it. */
@Injectable()
export class MessagesService {
  constructor(
    private readonly database: DatabaseService,
    private readonly settings: SettingsService,
    private readonly installation: InstallationClockService,
    private readonly conversation: ConversationService,
  ) {}

  async page(
    { id: caseId }: Case,
    { direction, limit, cursor }: PageOfMessages,
    side: MessageSide | null,
  ): Promise<{ readonly items: readonly MessageView[]; readonly next: Cursor | null }> {
    const { rows, next } = await listMessages(this.database.manager, { caseId, direction }, { limit, cursor });
    return { items: await this.views(rows, side), next };
  }

  /** @throws HttpRefusal 403, 400 `sensitive-number`, 409 `already-closed`, 422 `key-reused`. */
  async write(state: Case, { caller, key, body }: Writing & { readonly body: MessageRequest }): Promise<MessageView> {
    requireAllowed(refuseMessage(state, caller.actor) ?? refuseMark(state, caller.actor, body));
    requireNoNationalIdentityNumber({ '/text': body.text });
    const host = new URL(this.settings.publicUrl).hostname;
    const id = await this.conversation.write(
      state.id,
      { caller, key, body },
      (locked, manager) => refuseWriting(manager, locked, caller.actor),
      (manager, locked, at) => {
        const from = sideOf(locked, caller.actor) ?? 'ENTREPRENEUR';
        const { text, contact } = body;
        return addMessage(manager, locked, { from, by: caller.user.id, at, body: text, contact }, host);
      },
    );
    await this.conversation.announce(state);
    const [view] = await this.views([await messageById(this.database.manager, id)], sideOf(state, caller.actor));
    if (!view) throw new Error('a message that was just written is there');
    return view;
  }

  /** @returns how many are unread afterwards. */
  async markRead(state: Case, { actor, user }: SignedInCaller, upTo: number): Promise<number> {
    requireAllowed(refuseMessage(state, actor));
    const side = sideOf(state, actor) ?? 'ENTREPRENEUR';
    const { manager } = this.database;
    const at = await this.installation.now();
    const isNew = await markRead(manager, { caseId: state.id, person: user.id, upTo, side, at });
    if (isNew) await this.conversation.announce(state);
    return unreadMessages(manager, state.id, user.id);
  }

  private async views(rows: readonly MessageRow[], side: MessageSide | null): Promise<readonly MessageView[]> {
    const [first] = rows;
    if (!first) return [];
    const { manager } = this.database;
    const readings = await readingsFrom(manager, first.caseId, Math.min(...rows.map(({ n }) => n)));
    const people = [...rows.map(({ by }) => by), ...readings.map(({ person }) => person)];
    return messageViews(rows, { readings, names: await namesOf(manager, [...new Set(people)]), side });
  }
}

/** What is a contact with a possible supplier, the municipality says. */
function refuseMark(state: Case, actor: Actor, { contact }: MessageRequest): Refusal | null {
  if (!contact || sideOf(state, actor) === 'STAFF') return null;
  return refuse('forbidden', {
    nb: 'Bare kommunen merker en melding som kontakt med en mulig leverandør.',
    en: 'Only the municipality marks a message as a contact with a possible supplier.',
  });
}

async function refuseWriting(manager: EntityManager, state: Case, actor: Actor): Promise<Refusal | null> {
  const refusal = refuseMessage(state, actor);
  if (refusal || takesMessages(state)) return refusal;
  return closedCaseRefusal(manager, state, 'messages');
}
