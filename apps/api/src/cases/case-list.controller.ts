import { Controller, Get, Query } from '@nestjs/common';
import type { z } from 'zod';
import { osloDateOf } from '#domain/calendar/oslo.js';
import type { Actor } from '#domain/model/command.js';
import { waitingFor } from '#domain/gate/waiting.js';
import { absenceOn } from '#domain/policy/absence.js';
import { aspectsFor, insideTokensOf, tokensOf } from '#domain/policy/read.js';
import type { RiskGround } from '#domain/policy/risks.js';
import type { Instant } from '#domain/time.js';
import { collaborationsQuery } from '#contracts/http/queries.js';
import { caseList } from '#contracts/http/views/case.js';
import { listCases } from '#store/cases/lists/list-cases.js';
import type { CaseFilter, CaseOrder, ListedCase } from '#store/cases/lists/list-cases.js';
import { Answers } from '../shared/answers.js';
import { readCursor, writeCursor } from '../shared/cursor.js';
import { Database } from '../shared/database.js';
import { Installation } from '../shared/installation.js';
import { requireKnown } from '../shared/known.js';
import { Lang } from '../shared/language.js';
import type { Language } from '../shared/language.js';
import { People } from '../shared/people.js';
import { Workload } from '../shared/workload.js';
import { Processes } from '../process/processes.js';
import { Caller } from '../shared/caller/caller.js';
import type { SignedIn } from '../shared/caller/caller.js';
import { personOn } from '../people/directory/person-view.js';
import { riskViews } from './risk-view.js';
import { NOT_TOLD, stuckView } from './stuck-view.js';

type Query_ = z.output<typeof collaborationsQuery>;
type CaseRow = z.infer<typeof caseList>['items'][number];

/** What every row of the list is shown with. */
interface RowContext {
  readonly now: Instant;
  readonly actor: Actor;
  readonly ground: RiskGround;
  readonly language: Language;
}

@Controller('collaborations')
export class CaseListController {
  constructor(
    private readonly database: Database,
    private readonly installation: Installation,
    private readonly people: People,
    private readonly processes: Processes,
    private readonly workload: Workload,
  ) {}

  /** The cases that the caller may see, by default newest first. */
  @Get()
  @Answers({ tag: 'Collaborations', summary: 'Cases the caller may see', ok: { 200: caseList } })
  async list(
    @Query({ schema: collaborationsQuery }) { sort, limit = 50, cursor, ...filter }: Query_,
    @Caller() { actor, user }: SignedIn,
    @Lang() language: Language,
  ): Promise<z.infer<typeof caseList>> {
    const directory = await this.people.directory();
    // Outsiders get an empty list instead, so that they cannot find out which people and units exist.
    if (user.staff) requireKnown(directory, { units: { unit: filter.unit }, users: { owner: filter.owner } });
    const now = await this.installation.now();
    const ground = { directory, on: osloDateOf(now), overloaded: await this.workload.overloaded() };
    const paging = { limit, cursor: readCursor(cursor), now };
    const found = await listCases(
      this.database.manager,
      { ...filter, tokens: tokensOf(actor), inside: insideTokensOf(actor), risk: riskFilter(filter.risk, ground) },
      orderOf(sort),
      paging,
    );
    const context = { now, actor, ground, language };
    const items = await Promise.all(found.rows.map((row) => this.rowView(row, context)));
    return { items, next: writeCursor(found.next), total: found.total };
  }

  private async rowView(
    { state, title, organisation, nextDueAt }: ListedCase,
    { now, actor, ground, language }: RowContext,
  ): Promise<CaseRow> {
    const document = await this.processes.of(state);
    const { directory } = ground;
    const inside = aspectsFor(state, actor).has('internal');
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
      owner: personOn(directory, state, state.owner, ground.on),
      waitingFor: waitingFor(document, state),
      stuck: inside ? stuckView({ document, state, directory, now, language }) : NOT_TOLD,
      risks: inside ? riskViews(state, ground, language) : [],
    };
  }
}

/** The people whose absence, departure or workload puts a case at risk; see domain/policy/risks.ts. */
function riskFilter(wanted: boolean | undefined, { directory, on, overloaded }: RiskGround): CaseFilter['risk'] {
  if (wanted === undefined) return undefined;
  const { users, absences = [] } = directory;
  const today = absences.filter((it) => absenceOn([it], it.person, on));
  const away = today.map(({ person }) => person);
  const left = users.filter((user) => user.left).map(({ id }) => id);
  const uncovered = today.filter(({ substitute }) => substitute === null || away.includes(substitute));
  return {
    wanted,
    contacts: [...away, ...left],
    owners: [...left, ...overloaded],
    uncovered: uncovered.map(({ person }) => person),
  };
}

function orderOf(sort: Query_['sort'] = '-openedAt'): CaseOrder {
  const by = sort.replace('-', '') as CaseOrder['by'];
  return { by, direction: sort.startsWith('-') ? 'DESC' : 'ASC' };
}
