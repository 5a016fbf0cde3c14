import { randomUUID } from 'node:crypto';
import path from 'node:path';
import { workflowIdOf } from '#contracts/messages/collaboration.js';
import { writeWorkflowBundle } from '#infra/up/workflow-bundle.js';
import { runCallers } from './callers.js';
import { median, quantile } from './quantiles.js';
import { figureAtLeast, figureAtMost, figure, type Figure, type Workload } from './workload.js';
import type { BenchInstallation } from './world/bench-installation.js';
import { processorTimePerCall, processorTimesOf } from './world/processor-time.js';
import { startPolling, type WorkerProcess } from './world/worker-process.js';

const QUEUE = 'empty';
const CALLERS = [1, 16] as const;
const ROUNDS = 3;
const CALLS = { 1: 40, 16: 150 } as const;
const INSERTS = 1_000;
const SINGLE_RUNS = 20;
const MIN_SHARE_PERCENT = 70;

/** One of the two workflows that are measured alternately. */
interface Contender {
  readonly what: string;
  /** Starts one run. @returns its workflow id. */
  readonly start: () => Promise<string>;
  /** The programs whose processor time counts. */
  readonly pids: Readonly<Record<string, number>>;
}

interface Round {
  /** Runs a second, from the first call until the last run is idle. */
  readonly rate: number;
  /** Wall milliseconds of each call. */
  readonly answers: readonly number[];
  readonly costs: readonly Figure[];
}

/**
 * Cases opened a second until they are visible and their workflow is idle, compared with an empty workflow and a plain
 * insert on the same machine. Rounds of both alternate, so that a busy moment hits both.
 */
export const openings: Workload = {
  name: 'w1',
  title: 'Opening cases until their workflow waits',
  async run(world) {
    const worker = await startEmptyWorker(world);
    const { api, Temporal } = world.pids;
    const aCase: Contender = {
      what: 'case',
      start: async () => workflowIdOf(await world.api.openCase()),
      pids: world.pids,
    };
    const empty: Contender = {
      what: 'empty workflow',
      start: () => startEmptyWorkflow(world),
      pids: { api, worker: worker.pid, Temporal },
    };
    const figures: Figure[] = [figureAtMost('worker: spawn until polling', world.workerReadyInMs, 'ms', 2_000)];
    for (const contender of [empty, aCase]) await runRound(world, contender, 16, 40);
    for (const callers of CALLERS) figures.push(...(await compareRates(world, callers, aCase, empty)));
    figures.push(...(await singleRunLatency(world, aCase)), ...(await singleRunLatency(world, empty)));
    await worker.stop();
    return figures;
  },
};

async function compareRates(
  world: BenchInstallation,
  callers: (typeof CALLERS)[number],
  aCase: Contender,
  empty: Contender,
): Promise<Figure[]> {
  const [empties, cases]: [Round[], Round[]] = [[], []];
  for (let n = 0; n < ROUNDS; n += 1) {
    empties.push(await runRound(world, empty, callers, CALLS[callers]));
    cases.push(await runRound(world, aCase, callers, CALLS[callers]));
  }
  const [emptyRates, rates] = [empties, cases].map((rounds) => rounds.map(({ rate }) => rate)) as [number[], number[]];
  const answers = cases.flatMap((it) => it.answers);
  const by = callers === 1 ? 'by 1 caller' : `by ${callers} callers`;
  return [
    figure(`insert and commit ${by}`, await insertsPerSecond(world, callers), '/s'),
    figure(`empty workflows ${by}`, median(emptyRates), rangeOf(emptyRates)),
    figure(`cases ${by}`, median(rates), rangeOf(rates)),
    figureAtLeast(`cases of empty workflows ${by}`, (100 * median(rates)) / median(emptyRates), '%', MIN_SHARE_PERCENT),
    figure(`the opening's own answer ${by}, p50`, quantile(answers, 0.5), 'ms'),
    figure(`the opening's own answer ${by}, p95`, quantile(answers, 0.95), 'ms'),
    ...(empties.at(-1)?.costs ?? []),
    ...(cases.at(-1)?.costs ?? []),
  ];
}

const rangeOf = (rates: readonly number[]): string =>
  `/s (${Math.min(...rates).toFixed(1)} to ${Math.max(...rates).toFixed(1)})`;

async function runRound(
  { temporal }: BenchInstallation,
  { what, start, pids }: Contender,
  callers: number,
  calls: number,
): Promise<Round> {
  const ids: string[] = [];
  const before = processorTimesOf(pids);
  const began = performance.now();
  const answers = await runCallers(callers, calls, async () => void ids.push(await start()));
  const end = await temporal.waitUntilAllIdle(ids);
  return {
    rate: (1_000 * calls) / (end - began),
    answers,
    costs: processorTimePerCall(what, before, processorTimesOf(pids), calls),
  };
}

async function startEmptyWorkflow({ temporal }: BenchInstallation): Promise<string> {
  const options = { taskQueue: QUEUE, workflowId: randomUUID() };
  return (await temporal.client.workflow.start('waiting', options)).workflowId;
}

async function singleRunLatency({ temporal }: BenchInstallation, { what, start }: Contender): Promise<Figure[]> {
  const latencies = await runCallers(
    1,
    SINGLE_RUNS,
    async () => void (await temporal.waitUntilAllIdle([await start()])),
  );
  return [
    figure(`one ${what} until it waits, p50`, quantile(latencies, 0.5), 'ms'),
    figure(`one ${what} until it waits, longest of ${SINGLE_RUNS}`, Math.max(...latencies), 'ms'),
  ];
}

async function insertsPerSecond({ dataSource }: BenchInstallation, callers: number): Promise<number> {
  await dataSource.query('CREATE TABLE IF NOT EXISTS bench_row (id uuid PRIMARY KEY, body jsonb)');
  const body = JSON.stringify({ text: 'x'.repeat(200) });
  const insert = () => dataSource.query('INSERT INTO bench_row (id, body) VALUES ($1, $2)', [randomUUID(), body]);
  const began = performance.now();
  await runCallers(callers, INSERTS, insert);
  return (1_000 * INSERTS) / (performance.now() - began);
}

/** The empty workflow runs in its own process, as our worker does. */
async function startEmptyWorker({ folder, temporal }: BenchInstallation): Promise<WorkerProcess> {
  const bundle = path.join(folder, 'empty-bundle.js');
  await writeWorkflowBundle(path.join(import.meta.dirname, 'empty', 'waiting.js'), bundle);
  const { address, namespace } = temporal.at;
  return startPolling(
    {
      command: process.execPath,
      args: [path.join(import.meta.dirname, 'empty', 'worker.js'), address, namespace, QUEUE, bundle],
      logFile: path.join(folder, 'log', 'empty-worker.log'),
      taskQueue: QUEUE,
    },
    temporal,
  );
}
