import { Agent } from 'node:http';
import { runCallers, runCallersFor } from './callers.js';
import { countQueries } from '#support/count-queries.js';
import { startUnguardedApp } from './guard/unguarded-app.js';
import { getOnce, openBenchSession } from './http-calls.js';
import { median, quantile } from './quantiles.js';
import { figureAtLeast, figureAtMost, figure, type Figure, type Workload } from './workload.js';

const ROUNDS = 3;
const ROUND_MS = 4_000;
const CALLERS = 16;
const COUNTED_REQUESTS = 300;
const MIN_SHARE_PERCENT = 60;

/**
 * The same cheap answer with and without authentication, over HTTP. Server and callers share one process, which dilutes
 * the difference. Rounds of both alternate.
 */
export const reads: Workload = {
  name: 'w6',
  title: 'Reads a second, with the guard and without',
  async run(world) {
    const open = await startUnguardedApp();
    const agent = new Agent({ keepAlive: true, maxSockets: CALLERS });
    const openUrl = `${await open.getUrl()}/api/v1/me`;
    const guardedUrl = `${await world.api.listen()}/api/v1/me`;
    const cookie = await openBenchSession(world, 'mottak');
    const without = () => getOnce(openUrl, agent);
    const withGuard = () => getOnce(guardedUrl, agent, cookie);
    for (const call of [without, withGuard]) await runCallers(CALLERS, 500, call);
    const figures = [...(await compareRates(without, withGuard)), ...(await queriesPerRequest(withGuard))];
    agent.destroy();
    await open.close();
    return figures;
  },
};

async function compareRates(without: () => Promise<number>, withGuard: () => Promise<number>): Promise<Figure[]> {
  const [open, guarded]: [number[], number[]] = [[], []];
  const latencies: number[] = [];
  for (let n = 0; n < ROUNDS; n += 1) {
    open.push((await runCallersFor(CALLERS, ROUND_MS, without)).length / (ROUND_MS / 1_000));
    const round = await runCallersFor(CALLERS, ROUND_MS, withGuard);
    guarded.push(round.length / (ROUND_MS / 1_000));
    latencies.push(...round);
  }
  return [
    figure(`reads without the guard by ${CALLERS} callers`, median(open), '/s'),
    figure(`reads through the guard by ${CALLERS} callers`, median(guarded), '/s'),
    figureAtLeast('with the guard of without', (100 * median(guarded)) / median(open), '%', MIN_SHARE_PERCENT),
    figure('a read through the guard, p50', quantile(latencies, 0.5), 'ms'),
    figure('a read through the guard, p95', quantile(latencies, 0.95), 'ms'),
  ];
}

/** Some request rereads the directory every few seconds; that shows in the mean, not in the p95. */
async function queriesPerRequest(withGuard: () => Promise<number>): Promise<Figure[]> {
  const counts: number[] = [];
  for (let n = 0; n < COUNTED_REQUESTS; n += 1) counts.push(await countQueries(withGuard));
  const mean = counts.reduce((sum, count) => sum + count, 0) / COUNTED_REQUESTS;
  return [
    figureAtMost('queries of the guard, p95 of the requests', quantile(counts, 0.95), '', 1),
    figure('queries of the guard, mean with the directory', mean, ''),
  ];
}
