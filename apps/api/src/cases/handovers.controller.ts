import { Controller, Get, Query } from '@nestjs/common';
import type { z } from 'zod';
import { visibleAspects, internalTokensOf, readTokensOf } from '#domain/policy/read-access.js';
import { textKeysIn } from '#contracts/http/shared/private-texts.js';
import { handoversQuery, handoverList } from '#contracts/http/cases/handover.js';
import { listHandovers } from '#store/cases/lists/list-handovers.js';
import { textsByKey } from '#store/cases/texts/texts.js';
import { Allowed } from '../shared/allowed/allowed.decorator.js';
import { Answers } from '../shared/answers.decorator.js';
import { readCursor, writeCursor } from '../shared/input/cursor.js';
import { DatabaseService } from '../shared/database.service.js';
import { InstallationClockService } from '../shared/installation-clock.service.js';
import { requireExisting } from '../shared/input/require-existing.js';
import { RequestLanguage } from '../shared/input/language.decorator.js';
import type { Language } from '../shared/input/language.decorator.js';
import { DirectoryService } from '../shared/directory.service.js';
import { ProcessesService } from '../process/processes.service.js';
import { Caller } from '../shared/caller/caller.decorator.js';
import type { SignedInCaller } from '../shared/caller/caller.decorator.js';
import { handoverRowView } from './views/handover-row.js';

type Query_ = z.output<typeof handoversQuery>;

@Controller('handovers')
export class HandoversController {
  constructor(
    private readonly database: DatabaseService,
    private readonly installation: InstallationClockService,
    private readonly people: DirectoryService,
    private readonly processes: ProcessesService,
  ) {}

  /** By default oldest first, so that what has waited longest comes on top. */
  @Get()
  @Allowed('signed-in')
  @Answers({ tag: 'Handovers', summary: 'Handovers the caller may see', ok: { 200: handoverList } })
  async list(
    @Query({ schema: handoversQuery }) { sort = '-age', limit = 50, cursor, ...filter }: Query_,
    @Caller() { actor, user }: SignedInCaller,
    @RequestLanguage() language: Language,
  ): Promise<z.infer<typeof handoverList>> {
    const directory = await this.people.directory();
    if (user.staff) requireExisting(directory, { units: { fromUnit: filter.fromUnit, toUnit: filter.toUnit } });
    const { manager } = this.database;
    const now = await this.installation.now();
    const paging = { limit, cursor: readCursor(cursor), now };
    const found = await listHandovers(
      manager,
      { ...filter, tokens: readTokensOf(actor), internalTokens: internalTokensOf(actor) },
      directionOf(sort),
      paging,
    );
    const inside = found.rows.filter((row) => visibleAspects(row.case.state, actor).has('internal'));
    const texts = await textsByKey(
      manager,
      found.rows.map((row) => row.case.state.id),
      // Lists are not recorded as reads of a sensitive case, so they show no text of it.
      textKeysIn(inside.flatMap(({ case: { sensitive }, handover }) => (sensitive ? [] : handover.receivers))),
    );
    const items = found.rows.map(async (row) => {
      const document = await this.processes.documentFor(row.case.state);
      return handoverRowView(row, { document, directory, texts, now, language, inside: inside.includes(row) });
    });
    return { items: await Promise.all(items), next: writeCursor(found.next) };
  }
}

/** Descending age is ascending time of sending. */
function directionOf(sort: NonNullable<Query_['sort']>): 'ASC' | 'DESC' {
  return sort === '-age' || sort === 'sentAt' ? 'ASC' : 'DESC';
}
