import { In, type EntityManager } from 'typeorm';
import type { CaseEvent } from '#domain/model/events.js';
import { queryPrepared } from '../../db/query-prepared.js';
import { rowsInto, writeRows, type Insertion } from '../../db/write-rows.js';
import { TextTable } from './text-table.js';

export interface NewText {
  /** JSON pointer of the field in the command body. */
  readonly field: string;
  readonly body: unknown;
}

interface CommandOfText {
  readonly caseId: string;
  /** The Idempotency-Key of the command. */
  readonly command: string;
}

/** Saves the texts of a command before the command is sent; `recordBatch` attaches them to the case. */
export async function saveTexts(
  manager: EntityManager,
  command: CommandOfText,
  texts: ReadonlyMap<string, NewText>,
): Promise<void> {
  await writeRows(manager, textInsertion(command, texts));
}

export function textInsertion({ caseId, command }: CommandOfText, texts: ReadonlyMap<string, NewText>): Insertion {
  return rowsInto(
    TextTable,
    [...texts].map(([id, { field, body }]) => ({ id, caseId, commandId: command, field, body })),
  );
}

/** Texts by key. Only texts of the given cases, so that a key copied to another case reveals nothing. */
export async function textsByKey(
  manager: EntityManager,
  caseIds: readonly string[],
  keys: readonly string[],
): Promise<ReadonlyMap<string, unknown>> {
  if (keys.length === 0) return new Map();
  const rows = await manager.findBy(TextTable, { id: In([...new Set(keys)]), caseId: In([...caseIds]) });
  return new Map(rows.map(({ id, body }) => [id, body]));
}

const ATTACH = `
  UPDATE text SET case_id = $1, attached_at = now()
  WHERE id = ANY($2::text[]) AND attached_at IS NULL AND (case_id = $1 OR case_id IS NULL) RETURNING id, body`;

/**
 * Marks the texts that these events refer to as attached to the case, so that `sweepTexts` keeps them.
 * @returns the texts that were not attached before, by key.
 */
export async function attachTexts(
  manager: EntityManager,
  caseId: string,
  events: readonly CaseEvent[],
): Promise<ReadonlyMap<string, unknown>> {
  const keys = new Set<string>();
  for (const { seq, command, data } of events) if (seq === 1 || command !== undefined) collectStrings(data, keys);
  if (keys.size === 0) return new Map();
  const rows = await queryPrepared<{ id: string; body: unknown }>(manager, ATTACH, [caseId, [...keys]]);
  return new Map(rows.map(({ id, body }) => [id, body]));
}

/** Only the process document knows which strings are text keys, so all strings of an event are tried. */
function collectStrings(value: unknown, into: Set<string>): void {
  if (typeof value === 'string') into.add(value);
  else if (Array.isArray(value)) value.forEach((member) => collectStrings(member, into));
  else if (typeof value === 'object' && value !== null)
    Object.values(value).forEach((member) => collectStrings(member, into));
}
