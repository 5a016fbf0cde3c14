import { Controller, Get, Param, Query } from '@nestjs/common';
import type { z } from 'zod';
import { visibleAspects } from '#domain/policy/read-access.js';
import { isShownTo, redactEvent } from '#domain/policy/visibility.js';
import { textKeysIn } from '#contracts/http/shared/private-texts.js';
import { eventsQuery, eventList } from '#contracts/http/cases/event.js';
import { eventsAfter } from '#store/cases/history/read-events.js';
import { textsByKey } from '#store/cases/texts/texts.js';
import { DirectoryService } from '../shared/directory.service.js';
import { RequestLanguage } from '../shared/input/language.decorator.js';
import type { Language } from '../shared/input/language.decorator.js';
import { eventTypesOf } from '#domain/model/words/event-words.js';
import { proofIn } from './proof/proof-refs.js';
import { shownProof } from './proof/shown-proof.js';
import { eventView, namedTextKeys } from './pages/event-view.js';
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
const LAST_SEQ = 2 ** 31 - 1;

@Controller('collaborations/:id/events')
export class EventsController {
  constructor(
    private readonly collaborations: CollaborationsService,
    private readonly database: DatabaseService,
    private readonly processes: ProcessesService,
    private readonly people: DirectoryService,
  ) {}

  /** Events oldest first, or newest first with `order=desc`. `next` is the `after` of the next page. */
  @Get()
  @Allowed('signed-in')
  @Answers({ tag: 'Collaborations', summary: 'The history of a case', ok: { 200: eventList }, refusals: ['not-found'] })
  async events(
    @Param('id', CaseIdPipe) id: string,
    @Query({ schema: eventsQuery }) { limit = DEFAULT_LIMIT, ...query }: z.output<typeof eventsQuery>,
    @Caller() caller: SignedInCaller,
    @RequestLanguage() language: Language,
  ): Promise<z.infer<typeof eventList>> {
    const stored = await this.collaborations.requireReadable(id, caller);
    const { state } = stored;
    const { actor, user } = this.collaborations.seenAs(caller, stored, query.as);
    const reads = visibleAspects(state, actor);
    const { manager } = this.database;
    const document = await this.processes.documentFor(state);
    const newestFirst = query.order === 'desc';
    const { after = newestFirst ? LAST_SEQ : 0, kind } = query;
    const found = await eventsAfter(manager, id, after, limit + 1, {
      newestFirst,
      types: kind && eventTypesOf(kind),
    });
    const page = found.slice(0, limit);
    const of = { document, state };
    const shown = page
      .filter((event) => isShownTo(of, event, reads, user.id))
      .map((event) => redactEvent(of, event, reads, user.id));
    const texts = await textsByKey(
      manager,
      [id],
      [...textKeysIn(shown.map(({ data }) => data)), ...namedTextKeys(state)],
    );
    const next = found.length > limit ? String(page.at(-1)?.seq) : null;
    const isOutside = !reads.has('internal');
    const directory = await this.people.directory();
    const refs = shown.flatMap(({ data }) => proofIn(data).map(([, ref]) => ref));
    const proof = await shownProof(manager, state, refs, { reads, directory, language });
    const context = { document, state, directory, texts, language, isOutside, proof };
    return { items: shown.map((event) => eventView(event, context)), next };
  }
}
