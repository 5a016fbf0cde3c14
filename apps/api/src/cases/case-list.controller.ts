import { Controller, Get, Query } from '@nestjs/common';
import type { z } from 'zod';
import { osloDateOf } from '#domain/calendar/oslo-time.js';
import type { Actor } from '#domain/model/command.js';
import { waitingFor } from '#domain/gate/waiting-for.js';
import { absenceOn } from '#domain/policy/absence.js';
import { visibleAspects, internalTokensOf, readTokensOf } from '#domain/policy/read-access.js';
import type { RiskContext } from '#domain/policy/key-person-risks.js';
import type { Instant } from '#domain/time.js';
import { collaborationsQuery, caseList } from '#contracts/http/cases/case.js';
import { listCases } from '#store/cases/lists/list-cases.js';
import type { CaseFilter, CaseOrder, ListedCase } from '#store/cases/lists/list-cases.js';
import { Allowed } from '../shared/allowed/allowed.decorator.js';
import { Answers } from '../shared/answers.decorator.js';
import { readCursor, writeCursor } from '../shared/input/cursor.js';
import { DatabaseService } from '../shared/database.service.js';
import { InstallationClockService } from '../shared/installation-clock.service.js';
import { requireExisting } from '../shared/input/require-existing.js';
import { RequestLanguage } from '../shared/input/language.decorator.js';
import type { Language } from '../shared/input/language.decorator.js';
import { DirectoryService } from '../shared/directory.service.js';
import { WorkloadService } from './workload.service.js';
import { ProcessesService } from '../process/processes.service.js';
import { Caller } from '../shared/caller/caller.decorator.js';
import type { SignedInCaller } from '../shared/caller/caller.decorator.js';
import { personViewOn } from '../people/person-view.js';
import { riskViews } from './views/risk-view.js';
import { HIDDEN, stuckView } from './views/stuck-view.js';

type Query_ = z.output<typeof collaborationsQuery>;
type CaseRow = z.infer<typeof caseList>['items'][number];

/** What every row of the list is shown with. */
interface RowContext {
  readonly now: Instant;
  readonly actor: Actor;
  readonly ground: RiskContext;
  readonly language: Language;
}

@Controller('collaborations')
export class CaseListController {
  constructor(
    private readonly database: DatabaseService,
    private readonly installation: InstallationClockService,
    private readonly people: DirectoryService,
    private readonly processes: ProcessesService,
    private readonly workload: WorkloadService,
  ) {}

  /** The cases that the caller may see, by default newest first. */
  @Get()
  @Allowed('signed-in')
  @Answers({ tag: 'Collaborations', summary: 'Cases the caller may see', ok: { 200: caseList } })
  async list(
    @Query({ schema: collaborationsQuery }) { sort, limit = 50, cursor, ...filter }: Query_,
    @Caller() { actor, user }: SignedInCaller,
    @RequestLanguage() language: Language,
  ): Promise<z.infer<typeof caseList>> {
    const directory = await this.people.directory();
    // Outsiders get an empty list instead, so that they cannot find out which people and units exist.
    if (user.staff) requireExisting(directory, { units: { unit: filter.unit }, users: { owner: filter.owner } });
    const now = await this.installation.now();
    const ground = { directory, on: osloDateOf(now), overloaded: await this.workload.overloaded() };
    const paging = { limit, cursor: readCursor(cursor), now };
    const found = await listCases(
      this.database.manager,
      {
        ...filter,
        tokens: readTokensOf(actor),
        internalTokens: internalTokensOf(actor),
        risk: riskFilter(filter.risk, ground),
      },
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
    const document = await this.processes.documentFor(state);
    const { directory } = ground;
    const inside = visibleAspects(state, actor).has('internal');
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
      owner: personViewOn(directory, state, state.owner, ground.on),
      waitingFor: waitingFor(document, state),
      stuck: inside ? stuckView({ document, state, directory, now, language }) : HIDDEN,
      risks: inside ? riskViews(state, ground, language) : [],
    };
  }
}

/** The people whose absence, departure or workload puts a case at risk; see domain/policy/key-person-risks.ts. */
function riskFilter(wanted: boolean | undefined, { directory, on, overloaded }: RiskContext): CaseFilter['risk'] {
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
