import { Controller, Get, Query } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { z } from 'zod';
import { endOfDay, osloDateOf } from '#domain/calendar/oslo-time.js';
import { nextWorkingDay } from '#domain/calendar/working-days.js';
import type { Instant, LocalDate } from '#domain/time.js';
import { WORK_SECTIONS, workQuery, workView } from '#contracts/http/cases/work.js';
import type { WorkSectionName } from '#contracts/http/cases/work.js';
import { enquiriesById } from '#store/cases/intake/enquiries.js';
import { auditReadsOfSensitive } from '#store/cases/lists/sensitivity.js';
import { debtKey } from '#store/cases/lists/states-of-cases.js';
import { workOfSections } from '#store/cases/lists/work-list.js';
import type { WorkPage, WorkSection } from '#store/cases/lists/work-list.js';
import { workerOn } from '#store/cases/lists/worker.js';
import type { Worker } from '#store/cases/lists/worker.js';
import type { Cursor, Paging } from '#store/db/page.js';
import { Allowed } from '../shared/allowed/allowed.decorator.js';
import { Answers } from '../shared/answers.decorator.js';
import { CursorsService } from '../shared/cursors.service.js';
import { DatabaseService } from '../shared/database.service.js';
import { InstallationClockService } from '../shared/installation-clock.service.js';
import { RequestLanguage } from '../shared/input/language.decorator.js';
import type { Language } from '../shared/input/language.decorator.js';
import { DirectoryService } from '../shared/directory.service.js';
import { ProcessesService } from '../process/processes.service.js';
import { Caller } from '../shared/caller/caller.decorator.js';
import type { SignedInCaller } from '../shared/caller/caller.decorator.js';
import { escalatedWork } from './pages/escalated-work.js';
import { managing } from './pages/managing.js';
import { askedOfWork } from './asked-of-work.js';
import { stepsOfWork } from './steps-of-work.js';
import { whileAway } from './pages/while-away.js';
import { workItemView } from './views/work-item-view.js';

type Work = z.infer<typeof workView>;

/** A deadline within this many working days counts as soon. */
const SOON_WORKING_DAYS = 5;
/** So many of a section are shown when no number is given: what an act needs of a case is much to read for each. */
const MOST_OF_ONE = 50;
const MOST_OF_EACH = 10;

const inSections = <Value>(valueOf: (name: WorkSectionName) => Value): Record<WorkSectionName, Value> =>
  Object.fromEntries(WORK_SECTIONS.map((name) => [name, valueOf(name)])) as Record<WorkSectionName, Value>;

@Controller('me/work')
export class WorkController {
  constructor(
    private readonly database: DatabaseService,
    private readonly installation: InstallationClockService,
    private readonly people: DirectoryService,
    private readonly processes: ProcessesService,
    private readonly cursors: CursorsService,
  ) {}

  /**
   * Deadlines of the caller, of the roles they answer for and of absent colleagues they cover for, and what others owe on the
   * caller's cases or to the caller: the first of each section and how many there are. `section` and `cursor` lead through the rest of one section.
   */
  @Get()
  @Allowed('signed-in')
  @Answers({ tag: 'Work', summary: 'My day', ok: { 200: workView } })
  async work(
    @Query({ schema: workQuery })
    { section, cursor, limit = section ? MOST_OF_ONE : MOST_OF_EACH }: z.output<typeof workQuery>,
    @Caller() { user, actor, route }: SignedInCaller,
    @RequestLanguage() language: Language,
  ): Promise<Work> {
    const from = section && this.cursors.read(askedFor(section), cursor);
    const now = await this.installation.now();
    const today = osloDateOf(now);
    const { manager } = this.database;
    const directory = await this.people.directory();
    const { absences } = directory;
    const worker = workerOn(actor, directory, today);
    const { tokens } = worker;
    const names = section ? [section] : WORK_SECTIONS;
    const pages = await pagesOf(manager, worker, names, now, { limit, cursor: from });
    const found = new Map(pages);
    const enquiries = await enquiriesById(
      manager,
      pages.flatMap(([, { rows }]) => rows.map((row) => row.case.id)),
    );
    const rows = pages.flatMap(([, page]) => page.rows);
    const documents = await Promise.all(rows.map((row) => this.processes.documentFor(row.case)));
    const work = rows.flatMap((row, index) => {
      const document = documents[index];
      return document ? [{ row, document }] : [];
    });
    const isMine = ({ row }: (typeof work)[number]) => !found.get('waiting')?.rows.includes(row);
    const steps = await stepsOfWork(manager, work.filter(isMine), { actor, directory, now });
    const asked = await askedOfWork(manager, work, language);
    const views = (name: WorkSectionName) =>
      work
        .filter(({ row }) => found.get(name)?.rows.includes(row))
        .map(({ row, document }) => {
          const key = debtKey({ caseId: row.case.id, id: row.deadline.id });
          const step = steps.get(key) ?? null;
          const isPromised = name === 'waiting' && !user.staff;
          const enquiry = enquiries.get(row.case.id);
          const isOutside = !user.staff;
          const words = { isPromised, isOutside, asked: asked.get(key) };
          return workItemView(row, { document, directory, language, now, step, enquiry, ...words });
        });
    const documentFor = this.processes.documentFor.bind(this.processes);
    const managingView = async (): Promise<Work['managing']> => {
      const units = await managing(manager, { actor, directory, now, language, documentFor });
      return (
        units && {
          ...(await escalatedWork(manager, { actor, worker, directory, now, language, documentFor })),
          ...units,
        }
      );
    };
    const nextOf = (name: WorkSectionName, next: Cursor | null) => this.cursors.write(askedFor(name), next);
    const answer: Work = {
      overdue: views('overdue'),
      today: views('today'),
      soon: views('soon'),
      later: views('later'),
      waiting: views('waiting'),
      next: inSections((name) => nextOf(name, found.get(name)?.next ?? null)),
      totals: inSections((name) => found.get(name)?.total ?? null),
      managing: section ? null : await managingView(),
      whileAway: section ? null : await whileAway(manager, { user: user.id, tokens, absences, today, now }),
    };
    await auditReadsOfSensitive(manager, casesIn(answer), { by: user.id, route });
    return answer;
  }
}

function casesIn({ overdue, today, soon, later, waiting, managing: units, whileAway: away }: Work): string[] {
  const ofUnits = [...(units?.escalated ?? []), ...(units?.stuck ?? [])];
  const items = [...overdue, ...today, ...soon, ...later, ...waiting, ...ofUnits, ...(away?.items ?? [])];
  return items.map(({ collaboration: { id } }) => id);
}

/** The debts of each section. Those that are the person's own are found at once. */
async function pagesOf(
  manager: EntityManager,
  worker: Worker,
  names: readonly WorkSectionName[],
  now: Instant,
  paging: Paging,
): Promise<(readonly [WorkSectionName, WorkPage])[]> {
  const sections = names.map((name) => ({ name, ...sectionAt(name, now) }));
  const found = WHOSE.map(async (whose) => {
    const parts = sections.filter((it) => it.whose === whose);
    if (parts.length === 0) return [];
    const pages = await workOfSections(manager, worker, { whose, parts }, paging);
    return parts.flatMap(({ name }, index) => {
      const page = pages[index];
      return page ? [[name, page] as const] : [];
    });
  });
  return (await Promise.all(found)).flat();
}

const WHOSE = ['MINE', 'WAITED_FOR'] as const;

const askedFor = (section: WorkSectionName) => ({ list: 'work', query: { section } });

/** Sections meet where days end, since a deadline counted in days is due when its last day ends. */
function sectionAt(name: WorkSectionName, now: Instant): WorkSection {
  const today = osloDateOf(now);
  switch (name) {
    case 'overdue':
      return { whose: 'MINE', dueUntil: now };
    case 'today':
      return { whose: 'MINE', dueAfter: now, dueUntil: endOfDay(today) };
    case 'soon':
      return {
        whose: 'MINE',
        dueAfter: endOfDay(today),
        dueUntil: endOfDay(workingDaysFrom(today, SOON_WORKING_DAYS)),
      };
    case 'later':
      return { whose: 'MINE', dueAfter: endOfDay(workingDaysFrom(today, SOON_WORKING_DAYS)) };
    case 'waiting':
      return { whose: 'WAITED_FOR' };
  }
}

function workingDaysFrom(date: LocalDate, days: number): LocalDate {
  return days === 0 ? date : workingDaysFrom(nextWorkingDay(date), days - 1);
}
