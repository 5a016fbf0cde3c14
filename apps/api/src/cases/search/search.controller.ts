import { Controller, Get, Query } from '@nestjs/common';
import type { z } from 'zod';
import { SHORTEST_WORD } from '#domain/search/words.js';
import { internalTokensOf, readTokensOf, sharedTokensOf } from '#domain/policy/read-access.js';
import { malformed } from '#platform/problems/http-refusal.js';
import { searchQuery, searchResult } from '#contracts/http/cases/search.js';
import type { SearchResult } from '#contracts/http/cases/search.js';
import { auditReadsOfSensitive } from '#store/cases/lists/sensitivity.js';
import { searchCases } from '#store/cases/lists/search-cases.js';
import { searchedWordsOf } from '#store/cases/search/searched-words.js';
import { Allowed } from '../../shared/allowed/allowed.decorator.js';
import { Answers } from '../../shared/answers.decorator.js';
import { Caller } from '../../shared/caller/caller.decorator.js';
import type { SignedInCaller } from '../../shared/caller/caller.decorator.js';
import { CursorsService } from '../../shared/cursors.service.js';
import { DatabaseService } from '../../shared/database.service.js';
import { requireNoNationalIdentityNumber } from '../../shared/require-no-national-identity-number.js';
import { foundCaseViews } from './found-case-view.js';

@Controller('search')
export class SearchController {
  constructor(
    private readonly database: DatabaseService,
    private readonly cursors: CursorsService,
  ) {}

  /**
   * Finds a word wherever it stands in a text that the caller may see, inside a compound too, and words with the same Norwegian
   * stem. The newest case first.
   */
  @Get()
  @Allowed('signed-in')
  @Answers({
    tag: 'Search',
    summary: 'Search cases, notes, messages and documents',
    ok: { 200: searchResult },
    refusals: ['sensitive-number'],
  })
  async search(
    @Query({ schema: searchQuery }) { q, source, limit = 20, after }: z.output<typeof searchQuery>,
    @Caller() { actor, user, route }: SignedInCaller,
  ): Promise<SearchResult> {
    requireNoNationalIdentityNumber({ '/q': q });
    const { manager } = this.database;
    const words = await searchedWordsOf(manager, q);
    if (words.length === 0) throw nothingToSearchFor();
    const asked = { list: 'search', query: { q, source } };
    const tokens = {
      tokens: readTokensOf(actor),
      internalTokens: internalTokensOf(actor),
      sharedTokens: sharedTokensOf(actor),
    };
    const cursor = this.cursors.read(asked, after);
    const found = await searchCases(manager, { ...tokens, words, source }, { limit, cursor });
    const caseIds = found.rows.map(({ id }) => id);
    await auditReadsOfSensitive(manager, caseIds, { by: user.id, route });
    return { items: await foundCaseViews(manager, found.rows, words), next: this.cursors.write(asked, found.next) };
  }
}

const nothingToSearchFor = () =>
  malformed(
    {
      nb: `Skriv et ord på minst ${SHORTEST_WORD} bokstaver å søke etter.`,
      en: `Write a word of at least ${SHORTEST_WORD} letters to search for.`,
    },
    [{ pointer: '?q', detail: `has no word of ${SHORTEST_WORD} letters` }],
  );
