import { randomUUID } from 'node:crypto';
import type { CaseEvent } from '#domain/model/events.js';
import { importCase } from '#store/cases/import-case.js';
import { recordBatch } from '#store/cases/record-batch.js';
import { StartRequestTable } from '#store/cases/start-request-table.js';
import { TextTable } from '#store/cases/texts/text-table.js';
import type { BenchInstallation } from '../world/bench-installation.js';
import { TEMPLATE_ID, TEMPLATE_NUMBER, type Template } from './templates.js';

const CASES = 8;
let lastNumber = 0;

/** Records the history of some cases, a batch for each command as the worker does. @returns the milliseconds of each batch. */
export async function recordHistories({ dataSource }: BenchInstallation, { events }: Template): Promise<number[]> {
  const latencies: number[] = [];
  for (let n = 0; n < CASES; n += 1) {
    const id = randomUUID();
    const text = JSON.stringify(events)
      .replaceAll(TEMPLATE_ID, id)
      .replaceAll(TEMPLATE_NUMBER, `2099-${String((lastNumber += 1)).padStart(4, '0')}`)
      .replaceAll('"text:title"', `"${id}"`);
    const [first = [], ...batches] = batchesOf(JSON.parse(text) as CaseEvent[]);
    await dataSource.transaction(async (manager) => {
      const title = { id, commandId: id, caseId: id, field: 'title', body: 'Turgruppe' };
      await manager.insert(TextTable, title);
      await importCase(manager, first, 'import');
      // No workflow: the events are recorded here.
      await manager.delete(StartRequestTable, { caseId: id });
    });
    for (const batch of batches) {
      const began = performance.now();
      await recordBatch(dataSource, { id, epoch: 1, events: batch });
      latencies.push(performance.now() - began);
    }
  }
  return latencies;
}

/** Events of the same instant were recorded together. */
function batchesOf(events: readonly CaseEvent[]): CaseEvent[][] {
  const batches: CaseEvent[][] = [];
  for (const event of events) {
    const last = batches.at(-1);
    if (last?.[0]?.recordedAt === event.recordedAt) last.push(event);
    else batches.push([event]);
  }
  return batches;
}
