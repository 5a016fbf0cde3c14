import { Controller, Get, Query } from '@nestjs/common';
import type { z } from 'zod';
import { instantInOslo, osloDateOf } from '#domain/calendar/oslo-time.js';
import { previousWorkingDay } from '#domain/calendar/working-days.js';
import { readTokensOf, visibleAspects } from '#domain/policy/read-access.js';
import { isShownTo, redactEvent } from '#domain/policy/visibility.js';
import { addDays } from '#domain/time.js';
import { changesQuery, changesView } from '#contracts/http/cases/overview.js';
import { textKeysIn } from '#contracts/http/shared/private-texts.js';
import { eventsWhileAway } from '#store/cases/lists/events-while-away.js';
import type { EventWhileAway } from '#store/cases/lists/events-while-away.js';
import { auditReadsOfSensitive } from '#store/cases/lists/sensitivity.js';
import { statesOf } from '#store/cases/lists/states-of-cases.js';
import { textsByKey } from '#store/cases/texts/texts.js';
import { personView } from '../people/person-view.js';
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
import { namedTextKeys, sentenceOf } from './pages/event-view.js';

type Changes = z.infer<typeof changesView>;

/** What is longer ago is read in the cases themselves. */
const LONGEST_AGO_DAYS = 14;
const MOST_SHOWN = 12;

@Controller('me/changes')
export class ChangesController {
  constructor(
    private readonly database: DatabaseService,
    private readonly installation: InstallationClockService,
    private readonly people: DirectoryService,
    private readonly processes: ProcessesService,
  ) {}

  /** What others did in the cases that the caller owns, covers, owes something in or is asked to take over, since the last working day when no other day is given; newest first. */
  @Get()
  @Allowed('staff')
  @Answers({ tag: 'Work', summary: 'What changed in my cases', ok: { 200: changesView }, refusals: ['forbidden'] })
  async changes(
    @Query({ schema: changesQuery }) query: z.output<typeof changesQuery>,
    @Caller() { actor, user, route }: SignedInCaller,
    @RequestLanguage() language: Language,
  ): Promise<Changes> {
    const now = await this.installation.now();
    const today = osloDateOf(now);
    const [asked, earliest] = [query.since ?? previousWorkingDay(today), addDays(today, -LONGEST_AGO_DAYS)];
    const since = asked < earliest ? earliest : asked;
    const { manager } = this.database;
    const found = await eventsWhileAway(manager, {
      ...{ user: user.id, tokens: readTokensOf(actor) },
      ...{ from: instantInOslo(since, 0), to: now },
    });
    const newest = found.slice(-MOST_SHOWN).reverse();
    const ids = [...new Set(newest.map(({ caseId }) => caseId))];
    const states = await statesOf(manager, ids);
    const texts = await textsByKey(manager, ids, [
      ...textKeysIn(newest.map(({ data }) => data)),
      ...[...states.values()].flatMap(namedTextKeys),
    ]);
    const directory = await this.people.directory();
    const viewOf = async (row: EventWhileAway): Promise<Changes['items']> => {
      const state = states.get(row.caseId);
      if (!state) return [];
      const of = { document: await this.processes.documentFor(state), state };
      const reads = visibleAspects(state, actor);
      if (!isShownTo(of, row, reads, user.id)) return [];
      const shown = redactEvent(of, row, reads, user.id);
      const { caseId: id, number, title, seq, at, by } = row;
      const text = sentenceOf(shown, { ...of, directory, texts, language });
      return [{ collaboration: { id, number, title }, seq, at, text, byName: by && personView(directory, by).name }];
    };
    const items = (await Promise.all(newest.map(viewOf))).flat();
    await auditReadsOfSensitive(manager, ids, { by: user.id, route });
    return { since, items, more: found.length > newest.length };
  }
}
