import type { EntityManager } from 'typeorm';
import { listCases } from '#store/cases/lists/list-cases.js';
import type { CaseFilter, CaseOrder } from '#store/cases/lists/list-cases.js';
import { listHandovers } from '#store/cases/lists/list-handovers.js';
import { listOutboxMessages } from '#store/cases/lists/list-outbox-messages.js';
import { workOfSections } from '#store/cases/lists/work-list.js';
import * as before from './before/lists.js';
import type { Reader } from './before/lists.js';

/** A list as the api asks for it, and as it was asked for before. */
export interface Question {
  readonly name: string;
  readonly path: string;
  readonly now: (manager: EntityManager, reader: Reader) => Promise<unknown>;
  readonly before: (manager: EntityManager, reader: Reader) => Promise<unknown>;
}

const LIMIT = 50;
const OF_EACH_SECTION = 10;
const NEWEST_FIRST: CaseOrder = { by: 'openedAt', direction: 'DESC' };
const RARE = 'ærlig talt etter';

const now = () => new Date().toISOString();

const cases =
  (filter: Partial<CaseFilter>, order = NEWEST_FIRST): Question['now'] =>
  (manager, { tokens, internalTokens }) =>
    listCases(manager, { tokens, internalTokens, ...filter }, order, { limit: LIMIT, now: now() });

const handovers =
  (filter: { readonly open?: boolean; readonly stuck?: boolean }): Question['now'] =>
  (manager, { tokens, internalTokens }) =>
    listHandovers(manager, { tokens, internalTokens, draftTokens: tokens, ...filter }, 'ASC', {
      limit: LIMIT,
      now: now(),
    });

/** The sections as the api asks for them, at once. */
const work: Question['now'] = (manager, { user, tokens, speaksFor }) => {
  const nobody = { away: [], unattended: [], leftTo: [], standsInFor: [], duties: [], managerSlots: [] };
  const worker = { ...nobody, user, tokens, speaksFor, on: new Date().toISOString().slice(0, 10) };
  const [at, endOfToday, soon] = [0, 12, 168].map((hours) => new Date(Date.now() + hours * 3_600_000).toISOString());
  const mine = [
    { dueUntil: at },
    { dueAfter: at, dueUntil: endOfToday },
    { dueAfter: endOfToday, dueUntil: soon },
    { dueAfter: soon },
  ];
  return Promise.all([
    workOfSections(manager, worker, { whose: 'MINE', parts: mine }, { limit: OF_EACH_SECTION }),
    workOfSections(manager, worker, { whose: 'WAITED_FOR', parts: [{}] }, { limit: OF_EACH_SECTION }),
  ]);
};

export const QUESTIONS: readonly Question[] = [
  { name: 'cases, newest first', path: '/collaborations', now: cases({}), before: before.casesBefore },
  {
    name: 'cases by next due',
    path: '/collaborations?sort=due',
    now: cases({}, { by: 'due', direction: 'ASC' }),
    before: before.casesByDueBefore,
  },
  {
    name: 'stuck cases',
    path: '/collaborations?stuck=true',
    now: cases({ stuck: true }),
    before: before.stuckCasesBefore,
  },
  {
    name: 'cases at risk',
    path: '/collaborations?risk=true',
    now: cases({ risk: { wanted: true, contacts: [], owners: [], uncovered: [] } }),
    before: before.casesAtRiskBefore,
  },
  {
    name: 'cases found by words',
    path: `/collaborations?q=${encodeURIComponent(RARE)}`,
    now: cases({ q: RARE }),
    before: (manager, reader) => before.foundCasesBefore(manager, reader, RARE),
  },
  {
    name: 'open handovers',
    path: '/handovers?open=true',
    now: handovers({ open: true }),
    before: before.handoversBefore,
  },
  {
    name: 'stuck handovers',
    path: '/handovers?stuck=true',
    now: handovers({ stuck: true }),
    before: before.stuckHandoversBefore,
  },
  {
    name: 'letters',
    path: '/letters',
    now: (manager, { tokens }) => listOutboxMessages(manager, { tokens }, { limit: LIMIT }),
    before: before.lettersBefore,
  },
  {
    name: 'My day',
    path: '/me/work',
    now: work,
    before: before.workBefore,
  },
];
