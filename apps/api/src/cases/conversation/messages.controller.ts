import { Body, Controller, Get, HttpCode, HttpStatus, Param, Post, Query, Res } from '@nestjs/common';
import type { Response } from 'express';
import type { z } from 'zod';
import { sideOf } from '#domain/policy/conversation.js';
import { visibleAspects } from '#domain/policy/read-access.js';
import {
  messageBody,
  messageList,
  messagesRead,
  messagesReadBody,
  messageView,
} from '#contracts/http/cases/message.js';
import type { MessageRequest, MessagesReadRequest, MessageView } from '#contracts/http/cases/message.js';
import { conversationQuery } from '#contracts/http/cases/note.js';
import { Allowed } from '../../shared/allowed/allowed.decorator.js';
import { Answers } from '../../shared/answers.decorator.js';
import { Caller } from '../../shared/caller/caller.decorator.js';
import type { SignedInCaller } from '../../shared/caller/caller.decorator.js';
import { CursorsService } from '../../shared/cursors.service.js';
import { IdempotencyKey } from '../../shared/idempotency-key.decorator.js';
import { CaseIdPipe } from '../../shared/input/case-id.pipe.js';
import { CollaborationsService } from '../collaborations.service.js';
import { MessagesService } from './messages.service.js';

@Controller('collaborations/:id/messages')
export class MessagesController {
  constructor(
    private readonly collaborations: CollaborationsService,
    private readonly messages: MessagesService,
    private readonly cursors: CursorsService,
  ) {}

  /** The thread of a case; empty for somebody who sees nothing of what is shared. */
  @Get()
  @Allowed('signed-in')
  @Answers({
    tag: 'Conversation',
    summary: 'The messages between the municipality and the entrepreneur',
    ok: { 200: messageList },
    refusals: ['not-found'],
  })
  async list(
    @Param('id', CaseIdPipe) id: string,
    @Query({ schema: conversationQuery }) { after, order = 'asc', limit = 50 }: z.output<typeof conversationQuery>,
    @Caller() caller: SignedInCaller,
  ): Promise<z.infer<typeof messageList>> {
    const { state } = await this.collaborations.requireReadable(id, caller);
    const asked = { list: 'messages', query: { id, order } };
    const cursor = this.cursors.read(asked, after);
    if (!visibleAspects(state, caller.actor).has('shared')) return { items: [], next: null };
    const direction = order === 'asc' ? 'ASC' : 'DESC';
    const { items, next } = await this.messages.page(state, { direction, limit, cursor }, sideOf(state, caller.actor));
    return { items: [...items], next: this.cursors.write(asked, next) };
  }

  /** Tells the other side by a letter, which holds no word of it. */
  @Post()
  @Allowed('signed-in')
  @Answers({
    tag: 'Conversation',
    summary: 'Write a message to the other side',
    ok: { 201: messageView },
    refusals: ['not-found', 'forbidden', 'sensitive-number', 'already-closed', 'too-large', 'key-reused'],
  })
  async write(
    @Param('id', CaseIdPipe) id: string,
    @Body({ schema: messageBody }) body: MessageRequest,
    @IdempotencyKey() key: string,
    @Caller() caller: SignedInCaller,
    @Res({ passthrough: true }) response: Response,
  ): Promise<MessageView> {
    const { state } = await this.collaborations.requireReadable(id, caller);
    const view = await this.messages.write(state, { caller, key, body });
    response.status(HttpStatus.CREATED);
    return view;
  }

  /** Says that the caller has read the messages up to this one. Saying it again, or of fewer, changes nothing. */
  @Post('read')
  @HttpCode(HttpStatus.OK)
  @Allowed('signed-in')
  @Answers({
    tag: 'Conversation',
    summary: 'Mark messages as read',
    ok: { 200: messagesRead },
    refusals: ['not-found', 'forbidden'],
  })
  async read(
    @Param('id', CaseIdPipe) id: string,
    @Body({ schema: messagesReadBody }) { upTo }: MessagesReadRequest,
    @Caller() caller: SignedInCaller,
  ): Promise<z.infer<typeof messagesRead>> {
    const { state } = await this.collaborations.requireReadable(id, caller);
    return { unread: { messages: await this.messages.markRead(state, caller, upTo) } };
  }
}
