import { In } from 'typeorm';
import type { EntityManager } from 'typeorm';
import { TextTable } from './text-table.js';

export interface NewText {
  /** JSON pointer of the field in the command body. */
  readonly field: string;
  readonly body: unknown;
}

/** Saves the texts of a command before the command is sent; `recordBatch` attaches them to the case. */
export async function saveTexts(
  manager: EntityManager,
  { caseId, command }: { readonly caseId: string; readonly command: string },
  texts: ReadonlyMap<string, NewText>,
): Promise<void> {
  if (texts.size === 0) return;
  const rows = [...texts].map(([id, { field, body }]) => ({ id, case_id: caseId, command_id: command, field, body }));
  await manager.query(
    `INSERT INTO text (id, case_id, command_id, field, body)
     SELECT id, case_id, command_id, field, body
     FROM jsonb_to_recordset($1::jsonb) AS t (id text, case_id uuid, command_id text, field text, body jsonb)`,
    [JSON.stringify(rows)],
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
