import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { Payload } from '@temporalio/common';
import { historyFromJSON } from '@temporalio/common/lib/proto-utils.js';
import { workflowIdOf } from '#contracts/messages/collaboration.js';
import type { CollaborationInput, RunInput } from '#contracts/messages/collaboration.js';
import type { CapturedOutput } from './capture.js';
import { dataConverter } from '#support/test-temporal.js';

export const HISTORIES_FOLDER = path.join(import.meta.dirname, 'histories');

export type History = ReturnType<typeof historyFromJSON>;

export function readHistory(name: string): History {
  return historyFromJSON(JSON.parse(readFileSync(path.join(HISTORIES_FOLDER, `${name}.json`), 'utf8')));
}

/** The outputs that a history holds, in the order in which they were recorded. */
export async function outputsIn(history: History): Promise<CapturedOutput[]> {
  const outputs: CapturedOutput[] = [];
  for (const event of history.events ?? []) {
    const { timerStartedEventAttributes: timer, workflowExecutionUpdateCompletedEventAttributes: update } = event;
    const record = event.activityTaskScheduledEventAttributes?.input?.payloads;
    const renewal = event.workflowExecutionContinuedAsNewEventAttributes?.input?.payloads;
    const answer = update?.outcome?.success?.payloads;
    if (record) outputs.push(['record', await contentOf(record)]);
    if (renewal) outputs.push(['renewal', await contentOf(renewal)]);
    if (answer) outputs.push(['answer', await contentOf(answer)]);
    const { seconds, nanos } = timer?.startToFireTimeout ?? {};
    if (timer) outputs.push(['timer', String(Number(seconds ?? 0) * 1_000 + Number(nanos ?? 0) / 1_000_000)]);
  }
  return outputs;
}

/** The input that the run of a history was started or renewed with. */
export async function startInputIn({ events }: History): Promise<CollaborationInput> {
  const payloads = events?.[0]?.workflowExecutionStartedEventAttributes?.input?.payloads ?? [];
  const [input = '', core = ''] = await Promise.all(payloads.map((payload) => contentOf([payload])));
  return { ...(JSON.parse(input) as RunInput), core: JSON.parse(core) as CollaborationInput['core'] };
}

/** A history does not say of which workflow it is; its input does. */
export const workflowIdIn = async (history: History): Promise<string> =>
  workflowIdOf((await startInputIn(history)).case.id);

async function contentOf(payloads: Payload[]): Promise<string> {
  let decoded = payloads;
  for (const codec of dataConverter.payloadCodecs ?? []) decoded = await codec.decode(decoded);
  return Buffer.from(decoded[0]?.data ?? []).toString('utf8');
}
