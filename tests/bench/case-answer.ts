import { randomUUID } from 'node:crypto';
import { Agent } from 'node:http';
import path from 'node:path';
import { DiskFileStore } from '#platform/files/disk-file-store.js';
import { seedDemo } from '#infra/demo/seed.js';
import { markStarted } from '#store/cases/start-requests.js';
import { runCallers } from './callers.js';
import { startUnguardedApp } from './guard/unguarded-app.js';
import { getOnce, openBenchSession } from './http-calls.js';
import { quantile } from './quantiles.js';
import { figure, figureAtMost, type Figure, type Workload } from './workload.js';
import type { BenchInstallation } from './world/bench-installation.js';
import { processorTimePerCall, processorTimesOf } from './world/processor-time.js';

const ROUNDS = 4;
const CALLS = 240;
const CALLERS = 4;
const MOST_BYTES = 30_000;
const MOST_MS = 30;
/** Reads every case. */
const READER = 'kommunedirektor';

/** One of the addresses that are measured alternately. */
interface Contender {
  readonly what: string;
  readonly get: (n: number) => Promise<number>;
}

/**
 * The answer about one case of the demonstration, beside the same case with all its deadlines (two answers, which together
 * say what one said before) and beside a route that reads nothing. Callers and server share one process.
 */
export const caseAnswers: Workload = {
  name: 'w8',
  title: 'The answer about one case',
  async run(world) {
    const ids = await seedCases(world);
    const cookie = await openBenchSession(world, READER);
    const agent = new Agent({ keepAlive: true, maxSockets: CALLERS });
    const url = await world.api.listen();
    const empty = await startUnguardedApp();
    const emptyUrl = `${await empty.getUrl()}/api/v1/me`;
    const pathOf = (n: number) => `${url}/api/v1/collaborations/${ids[n % ids.length]}`;
    const one = (n: number) => getOnce(pathOf(n), agent, cookie);
    const all = async (n: number) => (await one(n)) + (await getOnce(`${pathOf(n)}/deadlines`, agent, cookie));
    const figures = await compare(world, [
      { what: 'case', get: one },
      { what: 'case and all deadlines', get: all },
      { what: 'empty route', get: () => getOnce(emptyUrl, agent) },
    ]);
    agent.destroy();
    await empty.close();
    return figures;
  },
};

async function seedCases({ dataSource, folder }: BenchInstallation): Promise<string[]> {
  const at = new Date().toISOString();
  const files = new DiskFileStore(path.join(folder, 'files'));
  await seedDemo(dataSource, { startAt: at, secret: randomUUID(), files });
  const rows = await dataSource.query<{ id: string }[]>(
    `SELECT c.id FROM collaboration c JOIN event e ON e.case_id = c.id AND e.seq = 1 WHERE e.origin = 'demo' ORDER BY c.id`,
  );
  const ids = rows.map(({ id }) => id);
  // They are read only: without workflows they take no time from the workloads that follow.
  await markStarted(dataSource.manager, ids);
  return ids;
}

async function compare({ pids }: BenchInstallation, contenders: readonly Contender[]): Promise<Figure[]> {
  const rounds = contenders.map(() => ({ latencies: [] as number[], bytes: [] as number[], costs: [] as Figure[] }));
  for (const { get } of contenders) await runCallers(CALLERS, CALLS, get);
  for (let round = 0; round < ROUNDS; round += 1) {
    for (const [index, { what, get }] of contenders.entries()) {
      const into = rounds[index] ?? { latencies: [], bytes: [], costs: [] };
      const before = processorTimesOf({ api: pids.api, Postgres: pids.Postgres });
      into.latencies.push(...(await runCallers(CALLERS, CALLS, async (n) => void into.bytes.push(await get(n)))));
      const after = processorTimesOf({ api: pids.api, Postgres: pids.Postgres });
      into.costs = processorTimePerCall(what, before, after, CALLS);
    }
  }
  return contenders.flatMap(({ what }, index) => {
    const { latencies = [], bytes = [], costs = [] } = rounds[index] ?? {};
    const [isCase, p95, most] = [what === 'case', quantile(latencies, 0.95), Math.max(...bytes)];
    return [
      isCase ? figureAtMost(`${what}, largest`, most, 'bytes', MOST_BYTES) : figure(`${what}, largest`, most, 'bytes'),
      figure(`${what}, p50`, quantile(latencies, 0.5), 'ms'),
      isCase ? figureAtMost(`${what}, p95`, p95, 'ms', MOST_MS) : figure(`${what}, p95`, p95, 'ms'),
      ...costs,
    ];
  });
}
