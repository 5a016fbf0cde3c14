import type { CommandRequest } from '#contracts/http/commands.js';
import { workflowIdOf } from '#contracts/messages/collaboration.js';
import { atRate, byCallers, byCallersFor } from './callers.js';
import { quantile, spread } from './quantiles.js';
import { atMost, figure, type Figure, type Workload } from './workload.js';
import { perCall, usedBy } from './world/processor.js';
import type { World } from './world/world.js';

const CASES = 100;
const ALONE = 300;
const CALLERS = 16;
const CLOSED_FOR = 5_000;
const STEP_FOR = 4_000;
const HALF_FOR = 15_000;
/** Shares of what 16 callers get through, tried upwards until one is too much. */
const RAMP = [0.5, 0.65, 0.8, 0.9, 1] as const;
/** A rate is sustained when its slowest answers stay under this. */
const BEARABLE = 1_000;

/** A fact with words of its own: an event, a text row, a changed view; no deadline. What staff do most. */
const COMMAND: CommandRequest = {
  type: 'registerFact',
  fact: 'dialogueLogged',
  data: { summary: 'Gikk gjennom behovet, ikke løsningen.' },
};

/** From giving a command until Postgres has it, alone and under half of what the installation can bear. */
export const commands: Workload = {
  name: 'w2',
  title: 'Commands until visible in Postgres',
  async run(world) {
    const ids = await openCases(world);
    const give = (n: number) => world.api.command(ids[n % CASES] ?? '', COMMAND);
    await byCallers(4, CASES, give);
    const alone = await byCallers(1, ALONE, give);
    const before = usedBy(world.pids);
    const closed = await byCallersFor(CALLERS, CLOSED_FOR, give);
    const costs = perCall('command', before, usedBy(world.pids), closed.length);
    const most = (1_000 * closed.length) / CLOSED_FOR;
    const sustained = await highestSustained(most, give);
    const half = await atRate(sustained / 2, HALF_FOR, give);
    return [
      ...withAim(spread('alone', alone), 250),
      figure(`commands by ${CALLERS} callers`, most, '/s'),
      figure(`by ${CALLERS} callers, p50`, quantile(closed, 0.5), 'ms'),
      ...costs,
      figure('highest sustained rate', sustained, '/s'),
      ...withAim(spread(`at half of it (${(sustained / 2).toFixed(1)} /s)`, half), 500),
    ];
  },
};

async function openCases({ api, eyes }: World): Promise<string[]> {
  const ids: string[] = [];
  await byCallers(4, CASES, async () => void ids.push(await api.open()));
  await eyes.untilAllWait(ids.map(workflowIdOf));
  return ids;
}

async function highestSustained(most: number, give: (n: number) => Promise<void>): Promise<number> {
  let sustained = 0;
  for (const share of RAMP) {
    const waits = await atRate(most * share, STEP_FOR, give);
    if (quantile(waits, 0.99) > BEARABLE) break;
    sustained = most * share;
  }
  return sustained;
}

function withAim(figures: readonly Figure[], most: number): Figure[] {
  return figures.map((it) => (it.what.includes('p99') ? atMost(it.what, it.value, it.unit, most) : it));
}
