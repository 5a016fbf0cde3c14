import type { TestWorkflowEnvironment } from '@temporalio/testing';
import type { DataSource } from 'typeorm';
import type { Payload } from '@temporalio/common';
import { dataConverter } from './test-temporal.js';

/** `table.column` of every text or JSON column that holds one of the needles. */
export async function columnsContaining(source: DataSource, needles: readonly string[]): Promise<string[]> {
  const columns = await source.query<{ table: string; column: string }[]>(
    `SELECT table_name AS "table", column_name AS "column" FROM information_schema.columns
     WHERE table_schema = 'public' AND (data_type IN ('text', 'jsonb', 'json', 'ARRAY', 'bytea') OR data_type LIKE 'char%')
     ORDER BY 1, 2`,
  );
  const patterns = needles.map((needle) => `%${needle}%`);
  const places: string[] = [];
  for (const { table, column } of columns) {
    const found = await source.query<unknown[]>(
      `SELECT 1 FROM "${table}" WHERE "${column}"::text ILIKE ANY ($1) LIMIT 1`,
      [patterns],
    );
    if (found.length > 0) places.push(`${table}.${column}`);
  }
  return places;
}

/** Everything Temporal stores of its workflows as one text: histories with decoded payloads, memos, search attributes. */
export async function textInTemporal({ client }: TestWorkflowEnvironment): Promise<string> {
  const texts: string[] = [];
  for await (const { workflowId, runId, raw } of client.workflow.list()) {
    await collectText(raw, texts);
    await collectText(await client.workflow.getHandle(workflowId, runId).fetchHistory(), texts);
  }
  return texts.join('\n');
}

async function collectText(value: unknown, into: string[]): Promise<void> {
  if (typeof value === 'string') into.push(value);
  else if (value instanceof Uint8Array) into.push(Buffer.from(value).toString('utf8'));
  else if (isPayload(value)) into.push(...(await decodeText(value)));
  else if (typeof value === 'object' && value !== null)
    for (const [key, member] of Object.entries(value)) {
      into.push(key);
      await collectText(member, into);
    }
}

function isPayload(value: unknown): value is Payload {
  return typeof value === 'object' && value !== null && 'metadata' in value && 'data' in value;
}

async function decodeText(payload: Payload): Promise<string[]> {
  const [codec] = dataConverter.payloadCodecs ?? [];
  const payloads = codec ? await codec.decode([payload]) : [payload];
  return payloads.map(({ data }) => Buffer.from(data ?? []).toString('utf8'));
}
