import { Controller, Get } from '@nestjs/common';
import type { z } from 'zod';
import { osloDateOf } from '#domain/calendar/oslo-time.js';
import { nextWorkingDay } from '#domain/calendar/working-days.js';
import { debtor } from '#domain/deadline/debtor-creditor.js';
import { absenceOn, peopleSubstitutedBy } from '#domain/policy/absence.js';
import { readTokensOf } from '#domain/policy/read-access.js';
import type { LocalDate } from '#domain/time.js';
import { workView } from '#contracts/http/cases/work.js';
import { enquiriesById } from '#store/cases/intake/enquiries.js';
import { auditReadsOfSensitive } from '#store/cases/lists/sensitivity.js';
import { workListOf } from '#store/cases/lists/work-list.js';
import type { WorkListItem } from '#store/cases/lists/work-list.js';
import { deadlineView } from './views/deadline-view.js';
import { personView } from '../people/person-view.js';
import { Allowed } from '../shared/allowed/allowed.decorator.js';
import { Answers } from '../shared/answers.decorator.js';
import { DatabaseService } from '../shared/database.service.js';
import { InstallationClockService } from '../shared/installation-clock.service.js';
import { RequestLanguage } from '../shared/input/language.decorator.js';
import type { Language } from '../shared/input/language.decorator.js';
import { DirectoryService } from '../shared/directory.service.js';
import { ProcessesService } from '../process/processes.service.js';
import { Caller } from '../shared/caller/caller.decorator.js';
import type { SignedInCaller } from '../shared/caller/caller.decorator.js';
import { whileAway } from './views/while-away.js';

type Work = z.infer<typeof workView>;

/** A deadline within this many working days counts as soon. */
const SOON_WORKING_DAYS = 5;

@Controller('me/work')
export class WorkController {
  constructor(
    private readonly database: DatabaseService,
    private readonly installation: InstallationClockService,
    private readonly people: DirectoryService,
    private readonly processes: ProcessesService,
  ) {}

  /** Deadlines of the caller and of absent colleagues they cover for, and what others owe on the caller's cases. */
  @Get()
  @Allowed('signed-in')
  @Answers({ tag: 'Work', summary: 'My day', ok: { 200: workView } })
  async work(@Caller() { user, actor, route }: SignedInCaller, @RequestLanguage() language: Language): Promise<Work> {
    const now = await this.installation.now();
    const today = osloDateOf(now);
    const { manager } = this.database;
    const directory = await this.people.directory();
    const { absences } = directory;
    const tokens = readTokensOf(actor);
    const rows = await workListOf(manager, {
      user: user.id,
      tokens,
      away: (absences ?? []).filter((it) => absenceOn([it], it.person, today)).map(({ person }) => person),
      standsInFor: peopleSubstitutedBy(absences, user.id, today),
      speaksFor: actor.speaksFor ?? [],
    });
    const away = await whileAway(manager, { user: user.id, tokens, absences, today, now });
    const work: Work = { overdue: [], today: [], soon: [], waiting: [], whileAway: away };
    const enquiries = await enquiriesById(
      manager,
      rows.map((row) => row.case.state.id),
    );
    const shared = { directory, language };
    for (const row of rows) {
      const section = sectionOf(row, today, now);
      if (!section) continue;
      const { state, title } = row.case;
      const context = {
        ...shared,
        state,
        document: await this.processes.documentFor(state),
        ownershipHistory: [],
        enquiry: enquiries.get(state.id),
        organisation: undefined,
      };
      const owes = debtor(state, row.deadline).user;
      work[section].push({
        collaboration: { id: state.id, number: state.number, title, phase: state.phase },
        deadline: deadlineView(row.deadline, context),
        person: owes === undefined ? null : personView(directory, owes),
        for: row.onBehalfOf === null ? null : personView(directory, row.onBehalfOf),
      });
    }
    await auditReadsOfSensitive(manager, casesIn(work), { by: user.id, route });
    return work;
  }
}

const casesIn = ({ overdue, today, soon, waiting, whileAway: away }: Work): string[] =>
  [...overdue, ...today, ...soon, ...waiting, ...(away?.items ?? [])].map(({ collaboration: { id } }) => id);

type Section = Exclude<keyof Work, 'whileAway'>;

function sectionOf({ mine, deadline }: WorkListItem, today: LocalDate, now: string): Section | undefined {
  if (!mine) return 'waiting';
  if (deadline.dueAt <= now) return 'overdue';
  if (deadline.dueOn <= today) return 'today';
  return deadline.dueOn <= workingDaysFrom(today, SOON_WORKING_DAYS) ? 'soon' : undefined;
}

function workingDaysFrom(date: LocalDate, days: number): LocalDate {
  return days === 0 ? date : workingDaysFrom(nextWorkingDay(date), days - 1);
}
