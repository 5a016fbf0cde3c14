import { Controller, Get, Param, Query } from '@nestjs/common';
import type { z } from 'zod';
import type { CaseEvent } from '#domain/model/events.js';
import { visibleAspects } from '#domain/policy/read-access.js';
import { redactEvent } from '#domain/policy/visibility.js';
import { restoreTexts, textKeysIn } from '#contracts/http/shared/private-texts.js';
import { eventsQuery, eventList } from '#contracts/http/cases/event.js';
import { eventsAfter } from '#store/cases/history/read-events.js';
import { textsByKey } from '#store/cases/texts/texts.js';
import { Allowed } from '../shared/allowed/allowed.decorator.js';
import { Answers } from '../shared/answers.decorator.js';
import { CaseIdPipe } from '../shared/input/case-id.pipe.js';
import { DatabaseService } from '../shared/database.service.js';
import { Caller } from '../shared/caller/caller.decorator.js';
import type { SignedInCaller } from '../shared/caller/caller.decorator.js';
import { ProcessesService } from '../process/processes.service.js';
import { CollaborationsService } from './collaborations.service.js';

/** Enough for the whole history of an ordinary case. */
const DEFAULT_LIMIT = 1000;

@Controller('collaborations/:id/events')
export class EventsController {
  constructor(
    private readonly collaborations: CollaborationsService,
    private readonly database: DatabaseService,
    private readonly processes: ProcessesService,
  ) {}

  /** Events oldest first. `next` is the `after` of the next page. */
  @Get()
  @Allowed('signed-in')
  @Answers({ tag: 'Collaborations', summary: 'The history of a case', ok: { 200: eventList }, refusals: ['not-found'] })
  async events(
    @Param('id', CaseIdPipe) id: string,
    @Query({ schema: eventsQuery }) { after = 0, limit = DEFAULT_LIMIT }: z.output<typeof eventsQuery>,
    @Caller() caller: SignedInCaller,
  ): Promise<z.infer<typeof eventList>> {
    const { state } = await this.collaborations.requireReadable(id, caller);
    const reads = visibleAspects(state, caller.actor);
    const { manager } = this.database;
    const { facts } = await this.processes.documentFor(state);
    const found = await eventsAfter(manager, id, after, limit + 1);
    const shown = found.slice(0, limit).map((event) => redactEvent(facts, event, reads, caller.user.id));
    const texts = await textsByKey(manager, [id], textKeysIn(shown.map(({ data }) => data)));
    const next = found.length > limit ? String(shown.at(-1)?.seq) : null;
    return { items: shown.map((event) => eventView(event, texts)), next };
  }
}

function eventView({ seq, type, at, recordedAt, by, command, data }: CaseEvent, texts: ReadonlyMap<string, unknown>) {
  const shown = restoreTexts(data, texts) as Record<string, unknown>;
  return { seq, type, at, recordedAt, by, ...(command !== undefined && { command }), data: shown };
}
