import { Controller, Get, Req, Res } from '@nestjs/common';
import { ApiProduces } from '@nestjs/swagger';
import type { Request, Response } from 'express';
import { z } from 'zod';
import { readTokensOf } from '#domain/policy/read-access.js';
import { Allowed } from '../../shared/allowed/allowed.decorator.js';
import { Answers } from '../../shared/answers.decorator.js';
import { Caller } from '../../shared/caller/caller.decorator.js';
import type { SignedInCaller } from '../../shared/caller/caller.decorator.js';
import { RateLimitsService } from '../../shared/rate-limits.service.js';
import { StreamsService } from './streams.service.js';

@Controller('stream')
export class StreamController {
  constructor(
    private readonly streams: StreamsService,
    private readonly limits: RateLimitsService,
  ) {}

  /** Sends `collaboration` with `{ id, version }` for visible cases, and `reset` when changes may have been missed. */
  @Get()
  @Allowed('signed-in')
  @ApiProduces('text/event-stream')
  @Answers({
    tag: 'Stream',
    summary: 'Changes of cases as server-sent events',
    ok: { 200: z.string() },
    refusals: ['slow-down'],
  })
  async open(
    @Caller() { actor, sessionHash, token }: SignedInCaller,
    @Req() request: Request,
    @Res() response: Response,
  ): Promise<void> {
    const key = sessionHash ?? token?.id ?? '';
    await this.limits.streamsOpened.take(key);
    this.streams.requireRoom(key);
    response.writeHead(200, {
      'Content-Type': 'text/event-stream; charset=utf-8',
      'X-Accel-Buffering': 'no',
    });
    if (request.method === 'HEAD') {
      response.end();
      return;
    }
    // A browser that reconnects has missed the changes since.
    response.write(request.headers['last-event-id'] === undefined ? ': open\n\n' : 'event: reset\ndata: {}\n\n');
    const close = this.streams.open({
      person: actor.user,
      readTokens: new Set(readTokensOf(actor)),
      ...(sessionHash !== undefined && { sessionHash }),
      ...(token && { tokenId: token.id }),
      write: (text) => response.write(text),
      end: () => response.end(),
    });
    request.on('close', close);
  }
}
