import type { Actor } from '#domain/model/command.js';
import { Controller, Get, Query } from '@nestjs/common';
import type { z } from 'zod';
import { draftTokensOf, internalTokensOf, readTokensOf } from '#domain/policy/read-access.js';
import { textKeysIn } from '#contracts/http/shared/private-texts.js';
import { handoversQuery, handoverList } from '#contracts/http/cases/handover.js';
import { listHandovers } from '#store/cases/lists/list-handovers.js';
import { textsByKey } from '#store/cases/texts/texts.js';
import { Allowed } from '../shared/allowed/allowed.decorator.js';
import { Answers } from '../shared/answers.decorator.js';
import { unitsLedBy } from './pages/managing.js';
import { CursorsService } from '../shared/cursors.service.js';
import { DatabaseService } from '../shared/database.service.js';
import { InstallationClockService } from '../shared/installation-clock.service.js';
import { requireExisting } from '../shared/input/require-existing.js';
import { RequestLanguage } from '../shared/input/language.decorator.js';
import type { Language } from '../shared/input/language.decorator.js';
import { DirectoryService } from '../shared/directory.service.js';
import { ProcessesService } from '../process/processes.service.js';
import { Caller } from '../shared/caller/caller.decorator.js';
import type { SignedInCaller } from '../shared/caller/caller.decorator.js';
import { handoverRowView } from './pages/handover-row.js';

type Query_ = z.output<typeof handoversQuery>;

@Controller('handovers')
export class HandoversController {
  constructor(
    private readonly database: DatabaseService,
    private readonly installation: InstallationClockService,
    private readonly people: DirectoryService,
    private readonly processes: ProcessesService,
    private readonly cursors: CursorsService,
  ) {}

  /** By default oldest first, so that what has waited longest comes on top. */
  @Get()
  @Allowed('signed-in')
  @Answers({ tag: 'Handovers', summary: 'Handovers the caller may see', ok: { 200: handoverList } })
  async list(
    @Query({ schema: handoversQuery }) { sort = '-age', limit = 50, cursor, mine, ...filter }: Query_,
    @Caller() { actor, user }: SignedInCaller,
    @RequestLanguage() language: Language,
  ): Promise<z.infer<typeof handoverList>> {
    const directory = await this.people.directory();
    if (user.staff) requireExisting(directory, { units: { fromUnit: filter.fromUnit, toUnit: filter.toUnit } });
    const { manager } = this.database;
    const now = await this.installation.now();
    const asked = { list: 'handovers', query: { ...filter, mine, sort } };
    const paging = { limit, cursor: this.cursors.read(asked, cursor), now };
    const found = await listHandovers(
      manager,
      {
        ...filter,
        ...mineFilter(mine, actor),
        tokens: readTokensOf(actor),
        internalTokens: internalTokensOf(actor),
        draftTokens: draftTokensOf(actor),
      },
      directionOf(sort),
      paging,
    );
    // Lists are not recorded as reads of a sensitive case, so they show no text of it.
    const readable = found.rows.filter((row) => row.case.inside && !row.sensitive);
    const texts = await textsByKey(
      manager,
      readable.map((row) => row.case.id),
      textKeysIn(readable.flatMap(({ handover }) => handover.receivers)),
    );
    const items = found.rows.map(async (row) => {
      const document = await this.processes.documentFor(row.case);
      return handoverRowView(row, { document, directory, texts, now, language });
    });
    return { items: await Promise.all(items), next: this.cursors.write(asked, found.next) };
  }
}

function mineFilter(mine: Query_['mine'], actor: Actor) {
  switch (mine) {
    case undefined:
      return {};
    case 'to':
      return { toPerson: actor.user };
    case 'from':
      return { fromPerson: actor.user };
    case 'area':
      return { betweenUnits: unitsLedBy(actor) };
  }
}

/** Descending age is ascending time of sending. */
function directionOf(sort: NonNullable<Query_['sort']>): 'ASC' | 'DESC' {
  return sort === '-age' || sort === 'sentAt' ? 'ASC' : 'DESC';
}
