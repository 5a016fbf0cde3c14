import type { CommandRequest } from '#contracts/http/cases/command.js';
import { workflowIdOf } from '#contracts/messages/collaboration.js';
import { callAtRate, runCallers, runCallersFor } from './callers.js';
import { quantile, latencyFigures } from './quantiles.js';
import { figureAtMost, figure, type Figure, type Workload } from './workload.js';
import { processorTimePerCall, processorTimesOf } from './world/processor-time.js';
import type { BenchInstallation } from './world/bench-installation.js';

const CASES = 100;
const SINGLE_COMMANDS = 300;
const CALLERS = 16;
const CLOSED_LOOP_MS = 5_000;
const RAMP_STEP_MS = 4_000;
const HALF_RATE_MS = 15_000;
/** Shares of the rate that 16 callers reach, tried upwards until one cannot be sustained. */
const RAMP = [0.5, 0.65, 0.8, 0.9, 1] as const;
/** A rate counts as sustained while its p99 stays under this. */
const MAX_P99_MS = 1_000;

/** What staff do most: a fact with text, which leads to an event, a text row and a changed view, but no deadline. */
const COMMAND: CommandRequest = {
  type: 'registerFact',
  fact: 'dialogueLogged',
  data: { summary: 'Gikk gjennom behovet, ikke løsningen.' },
};

/** From submitting a command until Postgres has it, alone and at half the highest sustained rate. */
export const commands: Workload = {
  name: 'w2',
  title: 'Commands until visible in Postgres',
  async run(world) {
    const ids = await openCases(world);
    const submit = (n: number) => world.api.submit(ids[n % CASES] ?? '', COMMAND);
    await runCallers(4, CASES, submit);
    const alone = await runCallers(1, SINGLE_COMMANDS, submit);
    const before = processorTimesOf(world.pids);
    const closed = await runCallersFor(CALLERS, CLOSED_LOOP_MS, submit);
    const costs = processorTimePerCall('command', before, processorTimesOf(world.pids), closed.length);
    const callersRate = (1_000 * closed.length) / CLOSED_LOOP_MS;
    const sustained = await highestSustained(callersRate, submit);
    const half = await callAtRate(sustained / 2, HALF_RATE_MS, submit);
    return [
      ...withP99Aim(latencyFigures('alone', alone), 250),
      figure(`commands by ${CALLERS} callers`, callersRate, '/s'),
      figure(`by ${CALLERS} callers, p50`, quantile(closed, 0.5), 'ms'),
      ...costs,
      figure('highest sustained rate', sustained, '/s'),
      ...withP99Aim(latencyFigures(`at half of it (${(sustained / 2).toFixed(1)} /s)`, half), 500),
    ];
  },
};

async function openCases({ api, temporal }: BenchInstallation): Promise<string[]> {
  const ids: string[] = [];
  await runCallers(4, CASES, async () => void ids.push(await api.openCase()));
  await temporal.waitUntilAllIdle(ids.map(workflowIdOf));
  return ids;
}

async function highestSustained(callersRate: number, submit: (n: number) => Promise<void>): Promise<number> {
  let sustained = 0;
  for (const share of RAMP) {
    const latencies = await callAtRate(callersRate * share, RAMP_STEP_MS, submit);
    if (quantile(latencies, 0.99) > MAX_P99_MS) break;
    sustained = callersRate * share;
  }
  return sustained;
}

function withP99Aim(figures: readonly Figure[], maxMs: number): Figure[] {
  return figures.map((it) => (it.label.includes('p99') ? figureAtMost(it.label, it.value, it.unit, maxMs) : it));
}
