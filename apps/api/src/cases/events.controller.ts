import { Controller, Get, Param, Query } from '@nestjs/common';
import type { z } from 'zod';
import type { CaseEvent } from '#domain/model/events.js';
import { aspectsFor } from '#domain/policy/read.js';
import { shownEvent } from '#domain/policy/shown.js';
import { putBackPrivate, textKeysIn } from '#contracts/http/private.js';
import { eventsQuery } from '#contracts/http/queries.js';
import { eventList } from '#contracts/http/views/case.js';
import { eventsAfter } from '#store/cases/history/events.js';
import { wordsOf } from '#store/cases/texts/words.js';
import { Answers } from '../shared/answers.js';
import { CaseIdPipe } from '../shared/case-id.pipe.js';
import { Database } from '../shared/database.js';
import { Caller } from '../shared/caller/caller.js';
import type { SignedIn } from '../shared/caller/caller.js';
import { Collaborations } from './collaborations.js';

/** Enough for the whole history of an ordinary case. */
const DEFAULT_LIMIT = 1000;

@Controller('collaborations/:id/events')
export class EventsController {
  constructor(
    private readonly collaborations: Collaborations,
    private readonly database: Database,
  ) {}

  /** Events oldest first. `next` is the `after` of the next page. */
  @Get()
  @Answers({ tag: 'Collaborations', summary: 'The history of a case', ok: { 200: eventList }, refusals: ['not-found'] })
  async events(
    @Param('id', CaseIdPipe) id: string,
    @Query({ schema: eventsQuery }) { after = 0, limit = DEFAULT_LIMIT }: z.output<typeof eventsQuery>,
    @Caller() caller: SignedIn,
  ): Promise<z.infer<typeof eventList>> {
    const { state } = await this.collaborations.require(id, caller);
    const reads = aspectsFor(state, caller.actor);
    const { manager } = this.database;
    const found = await eventsAfter(manager, id, after, limit + 1);
    const shown = found.slice(0, limit).map((event) => shownEvent(event, reads, caller.user.id));
    const texts = await wordsOf(manager, [id], textKeysIn(shown.map(({ data }) => data)));
    const next = found.length > limit ? String(shown.at(-1)?.seq) : null;
    return { items: shown.map((event) => eventView(event, texts)), next };
  }
}

function eventView({ seq, type, at, recordedAt, by, command, data }: CaseEvent, texts: ReadonlyMap<string, unknown>) {
  const shown = putBackPrivate(data, texts) as Record<string, unknown>;
  return { seq, type, at, recordedAt, by, ...(command !== undefined && { command }), data: shown };
}
