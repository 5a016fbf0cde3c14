import { In } from 'typeorm';
import type { EntityManager } from 'typeorm';
import { TextTable } from '#read-model/tables/text.js';

export interface NewWords {
  readonly field: string;
  readonly body: unknown;
}

/** Keeps the words of a command before the command is given; `record` attaches them to the case. */
export async function keepWords(
  manager: EntityManager,
  origin: { readonly caseId: string; readonly command: string },
  texts: ReadonlyMap<string, NewWords>,
): Promise<void> {
  if (texts.size === 0) return;
  const { caseId, command: commandId } = origin;
  const rows = [...texts].map(([id, { field, body }]) => ({
    id,
    caseId,
    commandId,
    field,
    body: JSON.stringify(body),
  }));
  for (const row of rows) {
    await manager.query('INSERT INTO text (id, case_id, command_id, field, body) VALUES ($1, $2, $3, $4, $5)', [
      row.id,
      row.caseId,
      row.commandId,
      row.field,
      row.body,
    ]);
  }
}

/** Words by key; only those of the given cases. */
export async function wordsOf(
  manager: EntityManager,
  caseIds: readonly string[],
  keys: readonly string[],
): Promise<ReadonlyMap<string, unknown>> {
  if (keys.length === 0) return new Map();
  const rows = await manager.findBy(TextTable, { id: In([...new Set(keys)]), caseId: In([...caseIds]) });
  return new Map(rows.map(({ id, body }) => [id, body]));
}
