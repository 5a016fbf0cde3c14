import { Controller, Get } from '@nestjs/common';
import type { z } from 'zod';
import { osloDateOf } from '#domain/calendar/oslo-time.js';
import { deadlineLabel } from '#domain/deadline/deadline-label.js';
import { internalTokensOf, readTokensOf } from '#domain/policy/read-access.js';
import { PHASES } from '#domain/process/process-document.js';
import { addDays } from '#domain/time.js';
import { overviewView } from '#contracts/http/cases/overview.js';
import { datesAhead, legsOf } from '#store/cases/overview/units-overview.js';
import type { DateAhead } from '#store/cases/overview/units-overview.js';
import { ProcessesService } from '../process/processes.service.js';
import { Allowed } from '../shared/allowed/allowed.decorator.js';
import { Answers } from '../shared/answers.decorator.js';
import { Caller } from '../shared/caller/caller.decorator.js';
import type { SignedInCaller } from '../shared/caller/caller.decorator.js';
import { DatabaseService } from '../shared/database.service.js';
import { DirectoryService } from '../shared/directory.service.js';
import { RequestLanguage } from '../shared/input/language.decorator.js';
import type { Language } from '../shared/input/language.decorator.js';
import { InstallationClockService } from '../shared/installation-clock.service.js';
import { unitsLedBy } from './pages/managing.js';

type Overview = z.infer<typeof overviewView>;

const DAYS_AHEAD = 90;
/** So many dates that the law sets, and so many of our own: more do not fit on a line. */
const MOST_DATES = 25;

@Controller('overview')
export class OverviewController {
  constructor(
    private readonly database: DatabaseService,
    private readonly installation: InstallationClockService,
    private readonly people: DirectoryService,
    private readonly processes: ProcessesService,
  ) {}

  /** Empty for whoever leads no unit. */
  @Get()
  @Allowed('staff')
  @Answers({ tag: 'Work', summary: 'The units that I lead', ok: { 200: overviewView }, refusals: ['forbidden'] })
  async overview(@Caller() { actor }: SignedInCaller, @RequestLanguage() language: Language): Promise<Overview> {
    const now = await this.installation.now();
    const directory = await this.people.directory();
    const ids = unitsLedBy(actor);
    const cases = { tokens: readTokensOf(actor), internalTokens: internalTokensOf(actor), units: ids };
    const today = osloDateOf(now);
    const { manager } = this.database;
    const legs = await legsOf(manager, cases, now);
    const found = await datesAhead(manager, cases, { from: today, to: addDays(today, DAYS_AHEAD), most: MOST_DATES });
    const dates = await Promise.all(found.filter(({ isMore }) => !isMore).map((row) => this.dateView(row, language)));
    return {
      units: directory.units.filter(({ id }) => ids.includes(id)).map(({ id, name }) => ({ id, name })),
      legs: PHASES.map(
        (phase) => legs.find((leg) => leg.phase === phase) ?? { phase, open: 0, suspended: 0, stuck: 0 },
      ),
      dates,
      moreDates: found.some(({ isMore }) => isMore),
    };
  }

  private async dateView(row: DateAhead, language: Language): Promise<Overview['dates'][number]> {
    const { id, kind, dueOn, effect } = row;
    const { process: _process, ...collaboration } = row.case;
    const document = await this.processes.documentFor(row.case);
    return { collaboration, deadline: id, label: deadlineLabel(document, id)?.[language] ?? kind, dueOn, effect };
  }
}
