import type { EntityManager } from 'typeorm';
import { transitionsOf } from '#domain/case/transitions.js';
import type { ProcessCore } from '#domain/process/process-document.js';
import { addDays } from '#domain/time.js';
import { EventTable, toEventRow } from '#store/cases/history/event-table.js';
import { firstCaseInsertion, firstPartInsertions } from '#store/cases/views/first-view.js';
import { outboxInsertion } from '#store/cases/views/project-events.js';
import { rowsInto, type Insertion } from '#store/db/write-rows.js';
import { deadlineRowsBefore } from './before/deadline-rows.js';
import { handlerOf, UNIT_MARKS } from './municipality.js';
import type { Template } from './templates.js';

/** A template moved to other days. Its copies differ in case, organisation, units and handlers. */
export interface Variant {
  readonly kind: Template['kind'];
  readonly year: string;
  /** Rows in columns, as JSON text, by table. */
  readonly tables: Readonly<Record<string, string>>;
  /** The same of the table of deadlines as it was. */
  readonly deadlinesBefore: string;
}

export const TITLE = 'bench:title';
const DAY_MS = 86_400_000;
const TEN_YEARS_IN_DAYS = 3_650;
/** Days, at most, since the last thing happened in a case that moves: less than it takes to be stuck. */
const MOVED_WITHIN_DAYS = 3;
const VARIANTS = {
  closed: 50,
  open: MOVED_WITHIN_DAYS,
  stuck: MOVED_WITHIN_DAYS,
  'at risk': MOVED_WITHIN_DAYS,
} as const;
/** Keys of JSON whose value is a person. */
const PERSON = /"(user|person|owner|contact|deputy|by|sentBy|from_person|owed_by_user)":"([^"]+)"/g;
const USER_TOKEN = /"user:([^"]+)"/g;
const UNIT = /"(unit:|lead:)?(innovasjon|innkjop|stab|helse|sykehjem|oppvekst|nav|kultur|hjemme)"/g;
const DAY = /\b20\d\d-\d\d-\d\d(?=T|")/g;

export function variantsOf(manager: EntityManager, core: ProcessCore, templates: readonly Template[]): Variant[] {
  const now = Date.now();
  return templates.flatMap((template) => {
    const tables = tablesOf(manager, core, template);
    const count = VARIANTS[template.kind];
    return Array.from({ length: count }, (_, n) => {
      const ago = template.kind === 'closed' ? 20 + Math.round((n * TEN_YEARS_IN_DAYS) / count) : n % MOVED_WITHIN_DAYS;
      const shift = Math.floor((now - Date.parse(template.endsAt)) / DAY_MS) - ago;
      const { before = '[]', ...moved } = Object.fromEntries(
        Object.entries(tables).map(([name, text]) => [name, movedText(text, shift)]),
      );
      return {
        kind: template.kind,
        year: addDays(template.state.openedAt.slice(0, 10), shift).slice(0, 4),
        tables: moved,
        deadlinesBefore: before,
      };
    });
  });
}

function tablesOf(
  manager: EntityManager,
  core: ProcessCore,
  { kind, state, events }: Template,
): Record<string, string> {
  const steps = transitionsOf(null, events);
  const insertions = [
    firstCaseInsertion(core, state, { title: TITLE, epoch: 1 }),
    ...firstPartInsertions(core, state, steps),
    outboxInsertion(steps),
    // Events of ended cases are read by nobody whose time is measured.
    ...(kind === 'closed'
      ? []
      : [
          rowsInto(
            EventTable,
            events.map((event) => toEventRow(state.id, event, 1)),
          ),
        ]),
  ];
  const texts = insertions.map((it) => [manager.dataSource.getMetadata(it.table).tableName, inColumns(manager, it)]);
  return {
    ...(Object.fromEntries(texts) as Record<string, string>),
    before: JSON.stringify(deadlineRowsBefore(core, state)),
  };
}

function inColumns(manager: EntityManager, { table, rows }: Insertion): string {
  const { columns } = manager.dataSource.getMetadata(table);
  return JSON.stringify(
    rows.map((row) => Object.fromEntries(columns.map((it) => [it.databaseName, row[it.propertyName] as unknown]))),
  );
}

function movedText(text: string, days: number): string {
  const units = new Map<string, string>();
  const people = new Map<string, string>();
  const markFor = (n: number): string => UNIT_MARKS[n % UNIT_MARKS.length] ?? '';
  const unitFor = (id: string): string => remember(units, id, markFor);
  const personFor = (id: string): string =>
    id.startsWith('entreprenor') ? id : remember(people, id, (n) => handlerOf(markFor(n)));
  return text
    .replace(UNIT, (_, prefix: string | undefined, id: string) => `"${prefix ?? ''}${unitFor(id)}"`)
    .replace(PERSON, (_, key: string, id: string) => `"${key}":"${personFor(id)}"`)
    .replace(USER_TOKEN, (_, id: string) => `"user:${personFor(id)}"`)
    .replace(DAY, (day) => addDays(day, days));
}

function remember(known: Map<string, string>, id: string, make: (n: number) => string): string {
  const found = known.get(id) ?? make(known.size);
  known.set(id, found);
  return found;
}
