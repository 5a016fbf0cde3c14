import { randomUUID } from 'node:crypto';
import path from 'node:path';
import { workflowIdOf } from '#contracts/messages/collaboration.js';
import { writeWorkflowBundle } from '#infra/up/workflow-bundle.js';
import { byCallers } from './callers.js';
import { median, quantile } from './quantiles.js';
import { atLeast, atMost, figure, type Figure, type Workload } from './workload.js';
import type { World } from './world/world.js';
import { startPolling, type WorkerProcess } from './world/worker-process.js';

const QUEUE = 'empty';
const CALLERS = [1, 16] as const;
const ROUNDS = 3;
const CALLS = { 1: 40, 16: 150 } as const;
const INSERTS = 1_000;
const ALONE = 20;
const AIM = 60;

/** Starts one run and gives its workflow id. */
type Start = () => Promise<string>;

/**
 * Cases opened a second until they are visible and their workflow waits, beside what the same machine makes of an empty
 * workflow and of a plain insert. Rounds of both take turns, so that a busy moment hits both.
 */
export const openings: Workload = {
  name: 'w1',
  title: 'Opening cases until their workflow waits',
  async run(world) {
    const empty = await startEmptyWorker(world);
    const openCase: Start = async () => workflowIdOf(await world.api.open());
    const startEmpty: Start = async () => {
      const { workflowId } = await world.eyes.client.workflow.start('waiting', {
        taskQueue: QUEUE,
        workflowId: randomUUID(),
      });
      return workflowId;
    };
    const figures: Figure[] = [atMost('worker: spawn until polling', world.workerReadyIn, 'ms', 2_000)];
    for (const start of [openCase, startEmpty]) await ratePerSecond(world, start, 16, 40);
    for (const callers of CALLERS) figures.push(...(await compared(world, callers, { openCase, startEmpty })));
    figures.push(...(await alone(world, openCase, 'case')), ...(await alone(world, startEmpty, 'empty workflow')));
    await empty.stop();
    return figures;
  },
};

async function compared(
  world: World,
  callers: (typeof CALLERS)[number],
  { openCase, startEmpty }: { openCase: Start; startEmpty: Start },
): Promise<Figure[]> {
  const [cases, empties, answers]: [number[], number[], number[]] = [[], [], []];
  for (let round = 0; round < ROUNDS; round += 1) {
    empties.push((await ratePerSecond(world, startEmpty, callers, CALLS[callers])).rate);
    const opened = await ratePerSecond(world, openCase, callers, CALLS[callers]);
    cases.push(opened.rate);
    answers.push(...opened.answers);
  }
  const by = callers === 1 ? 'by 1 caller' : `by ${callers} callers`;
  return [
    figure(`insert and commit ${by}`, await insertsPerSecond(world, callers), '/s'),
    figure(`empty workflows ${by}`, median(empties), '/s'),
    figure(`cases ${by}`, median(cases), '/s'),
    figure(`cases ${by}, slowest and fastest round`, Math.min(...cases), `to ${Math.max(...cases).toFixed(1)} /s`),
    atLeast(`cases of empty workflows ${by}`, (100 * median(cases)) / median(empties), '%', AIM),
    figure(`the opening's own answer ${by}, p50`, quantile(answers, 0.5), 'ms'),
    figure(`the opening's own answer ${by}, p95`, quantile(answers, 0.95), 'ms'),
  ];
}

/** Runs a second from the first call until the last run waits, and how long each call took. */
async function ratePerSecond(
  { eyes }: World,
  start: Start,
  callers: number,
  calls: number,
): Promise<{ rate: number; answers: number[] }> {
  const ids: string[] = [];
  const began = performance.now();
  const answers = await byCallers(callers, calls, async () => void ids.push(await start()));
  const end = await eyes.untilAllWait(ids);
  return { rate: (1_000 * calls) / (end - began), answers };
}

async function alone({ eyes }: World, start: Start, what: string): Promise<Figure[]> {
  const waits = await byCallers(1, ALONE, async () => void (await eyes.untilAllWait([await start()])));
  return [
    figure(`one ${what} until it waits, p50`, quantile(waits, 0.5), 'ms'),
    figure(`one ${what} until it waits, longest of ${ALONE}`, Math.max(...waits), 'ms'),
  ];
}

async function insertsPerSecond({ dataSource }: World, callers: number): Promise<number> {
  await dataSource.query('CREATE TABLE IF NOT EXISTS bench_row (id uuid PRIMARY KEY, body jsonb)');
  const body = JSON.stringify({ text: 'x'.repeat(200) });
  const insert = () => dataSource.query('INSERT INTO bench_row (id, body) VALUES ($1, $2)', [randomUUID(), body]);
  const began = performance.now();
  await byCallers(callers, INSERTS, insert);
  return (1_000 * INSERTS) / (performance.now() - began);
}

/** The empty workflow has a process of its own, as our worker has. */
async function startEmptyWorker({ dir, eyes }: World): Promise<WorkerProcess> {
  const bundle = path.join(dir, 'empty-bundle.js');
  await writeWorkflowBundle(path.join(import.meta.dirname, 'empty', 'waiting.js'), bundle);
  const { address, namespace } = eyes.at;
  return startPolling(
    {
      command: process.execPath,
      args: [path.join(import.meta.dirname, 'empty', 'worker.js'), address, namespace, QUEUE, bundle],
      logFile: path.join(dir, 'log', 'empty-worker.log'),
      taskQueue: QUEUE,
    },
    eyes,
  );
}
