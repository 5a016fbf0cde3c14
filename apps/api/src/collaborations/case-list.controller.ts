import { Controller, Get, Header, Query } from '@nestjs/common';
import type { z } from 'zod';
import { waitingFor } from '#domain/gate/waiting.js';
import { tokensOf } from '#domain/policy/read.js';
import type { Instant } from '#domain/time.js';
import { collaborationsQuery } from '#contracts/http/queries.js';
import { caseList } from '#contracts/http/views/case.js';
import { listCases } from '#read-model/queries/list-cases.js';
import type { CaseOrder, ListedCase } from '#read-model/queries/list-cases.js';
import { Answers } from '../openapi/answers.js';
import { readCursor, writeCursor } from '../parts/cursor.js';
import { Database } from '../parts/database.js';
import { Installation } from '../parts/installation.js';
import { requireKnown } from '../parts/known.js';
import { Lang } from '../parts/language.js';
import type { Language } from '../parts/language.js';
import { People } from '../parts/people.js';
import { Processes } from '../process/processes.js';
import { Caller } from '../sign-in/caller.js';
import type { SignedIn } from '../sign-in/caller.js';
import { personView } from './person-view.js';
import { stuckView } from './stuck-view.js';

type Query_ = z.output<typeof collaborationsQuery>;
type CaseRow = z.infer<typeof caseList>['items'][number];

@Controller('collaborations')
export class CaseListController {
  constructor(
    private readonly database: Database,
    private readonly installation: Installation,
    private readonly people: People,
    private readonly processes: Processes,
  ) {}

  /** The cases that the caller may see; newest first unless told. */
  @Get()
  @Header('Cache-Control', 'no-store')
  @Answers({ tag: 'Collaborations', summary: 'Cases the caller may see', ok: { 200: caseList } })
  async list(
    @Query({ schema: collaborationsQuery }) { sort, limit = 50, cursor, ...filter }: Query_,
    @Caller() { actor }: SignedIn,
    @Lang() language: Language,
  ): Promise<z.infer<typeof caseList>> {
    requireKnown(await this.people.directory(), { units: { unit: filter.unit }, users: { owner: filter.owner } });
    const now = await this.installation.now();
    const paging = { limit, cursor: readCursor(cursor), now };
    const found = await listCases(this.database.manager, { ...filter, tokens: tokensOf(actor) }, orderOf(sort), paging);
    const items = await Promise.all(found.rows.map((row) => this.rowView(row, now, language)));
    return { items, next: writeCursor(found.next), total: found.total };
  }

  private async rowView(
    { state, title, organisation, nextDueAt }: ListedCase,
    now: Instant,
    language: Language,
  ): Promise<CaseRow> {
    const document = await this.processes.of(state);
    const directory = await this.people.directory();
    const { id, number, phase, version, openedAt, phaseSince, unit } = state;
    return {
      id,
      number,
      title,
      phase,
      version,
      openedAt,
      phaseSince,
      unit,
      organisation,
      nextDueAt,
      state: state.state,
      owner: personView(directory, state.owner),
      waitingFor: waitingFor(document, state),
      stuck: stuckView({ document, state, directory, now, language }),
    };
  }
}

function orderOf(sort: Query_['sort'] = '-openedAt'): CaseOrder {
  const by = sort.replace('-', '') as CaseOrder['by'];
  return { by, direction: sort.startsWith('-') ? 'DESC' : 'ASC' };
}
