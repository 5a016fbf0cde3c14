import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { caseQueriesIn } from './case-queries.js';
import type { CaseTables } from './case-queries.js';
import { projectRoot } from './import-violations.js';

/** Every query on cases asks whether the caller may read them (`readableSql`), or stands here with the reason why not. */
const UNGUARDED: Readonly<Record<string, readonly string[]>> = {
  'one case, or what belongs to one, which the api shows only after canRead': [
    'libs/store/src/cases/lists/find-case.ts#FIND_CASE',
    'libs/store/src/cases/lists/related-rows.ts#RELATED',
    'libs/store/src/cases/history/read-events.ts#eventsAfter',
    'libs/store/src/cases/history/read-events.ts#findRecordedCommand',
    'libs/store/src/cases/history/read-events.ts#recordedAmong',
    'libs/store/src/cases/history/read-events.ts#recordedState',
    'libs/store/src/cases/intake/enquiries.ts#enquiriesById',
    'libs/store/src/cases/texts/texts.ts#textsByKey',
  ],
  'the tokens themselves: streams compare them with those of the listener': [
    'libs/store/src/cases/lists/find-case.ts#readTokensOfCase',
  ],
  'a part of queries that ask': [
    'libs/store/src/cases/lists/case-row.ts#HANDOVERS_SQL',
    'libs/store/src/cases/lists/events-while-away.ts#IN_WHICH',
    'libs/store/src/cases/lists/list-cases.ts#HAS_WORDS',
    'libs/store/src/cases/lists/work-list.ts#ALSO_SQL',
    'libs/store/src/cases/lists/work-list.ts#MINE_FOUND',
    'libs/store/src/cases/lists/work-list.ts#WAITED_FOR_FOUND',
    'libs/store/src/cases/lists/work-list.ts#rowsOf',
  ],
  'the texts of hits, which a query that asks has found; where a query that asks is to look': [
    'libs/store/src/cases/lists/search-cases.ts#TEXTS',
    'libs/store/src/cases/lists/search-cases.ts#casesOfTexts',
    'libs/store/src/cases/lists/search-cases.ts#monthsSearched',
  ],
  'what meets the debts that My day has found for the caller': [
    'libs/store/src/cases/lists/states-of-cases.ts#statesOf',
  ],
  'what the rights of a caller are made of': ['libs/store/src/cases/lists/roles-in-cases.ts#rolesInCasesSql'],
  'what a person who leaves holds: cases that the caller may not read are shown without their identity': [
    'libs/store/src/cases/lists/cases-held.ts#casesHeldBy',
  ],
  'only a figure, or yes and no': [
    'libs/store/src/cases/lists/cases-held.ts#countOpenCases',
    'libs/store/src/cases/lists/cases-held.ts#countOpenHandovers',
    'libs/store/src/cases/inspect/installation-figures.ts#CASES',
    'libs/store/src/cases/inspect/installation-figures.ts#LETTERS',
    'libs/store/src/cases/lists/overloaded-owners.ts#overloadedOwners',
  ],
  'the audit log, which only those who may read every case see': ['libs/store/src/cases/lists/numbers-of.ts#numbersOf'],
  'personal data: for the person whom they are about, and for those who answer for them': [
    'libs/store/src/cases/lists/person-involvement.ts#actionsBy',
    'libs/store/src/cases/lists/person-involvement.ts#casesInvolving',
    'libs/store/src/cases/lists/person-involvement.ts#textsBy',
    'libs/store/src/privacy/redact-enquiries.ts#enquiriesContaining',
    'libs/store/src/privacy/redact-enquiries.ts#enquiriesSentBy',
    'libs/store/src/privacy/redact-texts.ts#redactSearchTexts',
  ],
  'the status page, for whoever has its secret': ['libs/store/src/cases/intake/enquiries.ts#enquiryBySecret'],
  'writing, starting and repairing cases: for nobody': [
    'libs/store/src/cases/history/append-events.ts#STORED_HASHES',
    'libs/store/src/cases/conversation/lock-case.ts#LOCK_CASE',
    'libs/store/src/cases/load-for-start.ts#lockAndRaiseEpoch',
    'libs/store/src/cases/load-for-start.ts#raiseEpoch',
    'libs/store/src/cases/load-for-start.ts#readHistories',
    'libs/store/src/cases/notices/change-feed.ts#ChangeFeed.poll',
    'libs/store/src/cases/record-batch.ts#LOCK_VIEW',
    'libs/store/src/cases/search/case-text.ts#WORDS_ABOUT',
    'libs/store/src/cases/search/pending-texts.ts#AWAIT',
    'libs/store/src/cases/search/pending-texts.ts#CLAIM',
    'libs/store/src/cases/search/pending-texts.ts#putContent',
    'libs/store/src/cases/search/search-months.ts#OPENED',
    'libs/store/src/cases/search/search-texts.ts#REMOVE_WORDS',
    'libs/store/src/cases/texts/sweep-texts.ts#sweepTexts',
    'libs/store/src/cases/texts/texts.ts#ATTACH',
    'libs/store/src/cases/views/first-view.ts#readTitle',
    'libs/store/src/cases/views/project-events.ts#missedEvents',
    'libs/store/src/cases/views/rebuild-views.ts#rebuildViews',
  ],
  'the operator, who owns the database': [
    'infra/demo/seed.ts#seedDemo',
    'libs/store/src/backup/adjust-after-restore.ts#adjustAfterRestore',
    'libs/store/src/backup/adjust-after-restore.ts#rememberBefore',
    'libs/store/src/backup/load-database.ts#holdsData',
    'libs/store/src/cases/inspect/case-file.ts#read',
    'libs/store/src/cases/inspect/run-needs.ts#recordedVersions',
    'libs/store/src/cases/inspect/case-file.ts#titlesOf',
    'libs/store/src/cases/inspect/case-ids.ts#ALL_IDS',
    'libs/store/src/cases/inspect/case-ids.ts#BY_ID',
    'libs/store/src/cases/inspect/case-ids.ts#BY_NUMBER',
    'libs/store/src/cases/inspect/case-ids.ts#EVENT_IDS',
    'libs/store/src/cases/inspect/case-ids.ts#knownCaseIds',
    'libs/store/src/cases/inspect/search-copies.ts#sourcesOf',
    'libs/store/src/cases/inspect/search-copies.ts#wrongSearchCopies',
  ],
};

/** Tables in which every row belongs to a case. */
const TABLES: CaseTables = {
  names: new Set([
    'collaboration',
    'deadline',
    'handover',
    'event',
    'ownership',
    'party',
    'outbox_message',
    'text',
    'enquiry',
    'search_text',
  ]),
  entities: new Set([
    'CollaborationTable',
    'DeadlineTable',
    'HandoverTable',
    'EventTable',
    'OwnershipTable',
    'ParticipantTable',
    'OutboxMessageTable',
    'TextTable',
    'EnquiryTable',
    'SearchTextTable',
  ]),
};

const FOLDERS = ['libs', 'workflows', 'apps', 'infra'];
const read = (file: string): string => readFileSync(path.join(projectRoot, file), 'utf8');
const sources = FOLDERS.flatMap((folder) =>
  readdirSync(path.join(projectRoot, folder), { recursive: true, encoding: 'utf8' }).map((file) => `${folder}/${file}`),
).filter((file) => /[.]ts$/.test(file) && !/[.]spec[.]ts$|[.]d[.]ts$|\/migrations\//.test(file));

const queries = sources.flatMap((file) =>
  caseQueriesIn(read(file), TABLES).map(({ declaration, guarded }) => ({ name: `${file}#${declaration}`, guarded })),
);

describe('a query on cases', () => {
  it('asks whether the caller may read them, unless it is for nobody or is said here why not', () => {
    const open = [...new Set(queries.filter(({ guarded }) => !guarded).map(({ name }) => name))].sort();
    expect(open).toEqual(Object.values(UNGUARDED).flat().sort());
  });

  it('asks it in every list, and was looked for where queries are', () => {
    expect(queries.filter(({ guarded }) => guarded).length).toBeGreaterThanOrEqual(7);
  });

  it.each([
    ['const a = `SELECT 1 FROM collaboration c WHERE c.owner = $1`;', [false]],
    ["const a = `SELECT 1 FROM collaboration c WHERE ${readableSql('$1')}`;", [true]],
    [
      "const A = 'deadline d JOIN collaboration c ON true';\nfunction f() { return `SELECT d.body FROM ${A}`; }",
      [false],
    ],
    [
      "function f() { const where = new Where().and(readableSql('$?'), []); return `SELECT 1 FROM event e WHERE ${where}`; }",
      [true],
    ],
    [
      "const w = () => readableSql('$1');\nfunction f() { const x = w(); return `SELECT 1 FROM party y WHERE ${x}`; }",
      [true],
    ],
    ['class B { c() { return m.find(HandoverTable, { where: {} }); } }', [false]],
    ["function f() { readableSql('$1'); return 'SELECT 1 FROM ownership o'; }", [false]],
    ["const a = 'SELECT 1 FROM person p';", []],
    ['const a = m.insert(EventTable, rows);', []],
  ])('is recognised: %s', (source, guarded) => {
    expect(caseQueriesIn(source, TABLES).map((it) => it.guarded)).toEqual(guarded);
  });
});
