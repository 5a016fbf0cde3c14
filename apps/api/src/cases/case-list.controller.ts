import { Controller, Get, Query } from '@nestjs/common';
import type { z } from 'zod';
import { osloDateOf } from '#domain/calendar/oslo-time.js';
import { absenceOn, substitutesOf } from '#domain/policy/absence.js';
import { internalTokensOf, readTokensOf } from '#domain/policy/read-access.js';
import type { RiskContext } from '#domain/policy/key-person-risks.js';
import type { Instant } from '#domain/time.js';
import { collaborationsQuery, caseList } from '#contracts/http/cases/case.js';
import { countCases, listCases } from '#store/cases/lists/list-cases.js';
import type { CaseFilter, CaseInList, CaseOrder } from '#store/cases/lists/list-cases.js';
import { Allowed } from '../shared/allowed/allowed.decorator.js';
import { Answers } from '../shared/answers.decorator.js';
import { CursorsService } from '../shared/cursors.service.js';
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
    private readonly cursors: CursorsService,
  ) {}

  /** The cases that the caller may see, by default newest first. `total=true` also counts them, to a thousand at most. */
  @Get()
  @Allowed('signed-in')
  @Answers({ tag: 'Collaborations', summary: 'Cases the caller may see', ok: { 200: caseList } })
  async list(
    @Query({ schema: collaborationsQuery }) { sort = '-openedAt', limit = 50, cursor, total, ...filter }: Query_,
    @Caller() { actor, user }: SignedInCaller,
    @RequestLanguage() language: Language,
  ): Promise<z.infer<typeof caseList>> {
    const asked = { list: 'collaborations', query: { ...filter, sort } };
    const from = this.cursors.read(asked, cursor);
    const directory = await this.people.directory();
    // Outsiders get an empty list instead, so that they cannot find out which people and units exist.
    if (user.staff) requireExisting(directory, { units: { unit: filter.unit }, users: { owner: filter.owner } });
    const now = await this.installation.now();
    const ground = { directory, on: osloDateOf(now), overloaded: await this.workload.overloaded() };
    const access = { tokens: readTokensOf(actor), internalTokens: internalTokensOf(actor) };
    const wanted = { ...filter, ...access, risk: riskFilter(filter.risk, ground) };
    const { manager } = this.database;
    const found = await listCases(manager, wanted, orderOf(sort), { limit, cursor: from, now });
    const counted = total ? await countCases(manager, wanted, now) : undefined;
    const items = await Promise.all(found.rows.map((row) => this.rowView(row, { now, ground, language })));
    return {
      items,
      next: this.cursors.write(asked, found.next),
      ...(counted && { total: counted.count, totalIsCapped: counted.isCapped }),
    };
  }

  private async rowView(row: CaseInList, { now, ground, language }: RowContext): Promise<CaseRow> {
    const document = await this.processes.documentFor(row);
    const { directory, on } = ground;
    const { id, number, title, phase, state, version, unit, inside, stuckCauses } = row;
    const people = { ...row, handovers: [] };
    const { openedAt, phaseSince, waitingFor, organisation, nextDueAt } = row;
    return {
      ...{ id, number, title, phase, state, version, unit, openedAt, phaseSince, waitingFor, organisation, nextDueAt },
      owner: personViewOn(directory, row, row.owner, on),
      stuck: inside ? stuckView(stuckCauses, { document, directory, now, language, state: people }) : HIDDEN,
      risks: inside ? riskViews(row, ground, language) : [],
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
  const uncovered = today.filter(({ person }) => substitutesOf(absences, person, on).every((it) => away.includes(it)));
  return {
    wanted,
    contacts: [...away, ...left],
    owners: [...left, ...overloaded],
    uncovered: uncovered.map(({ person }) => person),
  };
}

function orderOf(sort: NonNullable<Query_['sort']>): CaseOrder {
  const by = sort.replace('-', '') as CaseOrder['by'];
  return { by, direction: sort.startsWith('-') ? 'DESC' : 'ASC' };
}
