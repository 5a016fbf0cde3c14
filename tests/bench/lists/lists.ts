import { Agent } from 'node:http';
import { quantile } from '../quantiles.js';
import { figure, figureAtLeast, figureAtMost, type Figure, type Workload } from '../workload.js';
import type { BenchInstallation } from '../world/bench-installation.js';
import { searches } from '../search/searches.js';
import { getOnce, latencies, openBenchSession } from './ask.js';
import type { Reader } from './before/lists.js';
import { loadCases } from './load-cases.js';
import { ASKERS } from './municipality.js';
import { QUESTIONS, type Question } from './questions.js';
import { readerOf } from './readers.js';
import { recordHistories } from './record-cost.js';
import { buildTemplates } from './templates.js';

const CASES = 100_000;
const TIMES = 40;
/** The questions as they were asked before are slow; a few answers suffice for a ratio. */
const TIMES_BEFORE = 3;
/** Who was answered sooner than this before had few rows, and no need. */
const SLOW_BEFORE_MS = 100;

/** Every list, for those who see all, much and little, over a hundred thousand cases; `W4=1000000` takes so many. */
export const lists: Workload = {
  name: 'w4',
  title: 'Lists and searches over many cases',
  async run(world, size = CASES) {
    const template = buildTemplates().find(({ kind, events }) => kind === 'open' && events.length > 100);
    if (!template) throw new Error('no template has a long history');
    await recordHistories(world, template);
    const empty = await recordHistories(world, template);
    const load = await loadCases(world.dataSource.manager, size);
    await recordHistories(world, template);
    const full = await recordHistories(world, template);
    const address = await world.api.listen();
    const figures = [
      figure('cases', load.cases, ''),
      figure('seconds to load them', load.seconds, 's'),
      figure('one batch recorded in an empty database, p50', quantile(empty, 0.5), 'ms'),
      figure('one batch recorded among the cases, p50', quantile(full, 0.5), 'ms'),
      figureAtMost('record is slower by', 100 * (quantile(full, 0.5) / quantile(empty, 0.5) - 1), '%', 20),
    ];
    for (const [name, user] of Object.entries(ASKERS)) {
      const reader = await readerOf(world.dataSource.manager, user);
      const cookie = await openBenchSession(world, user);
      for (const question of QUESTIONS) {
        const asked = { question, reader, url: `${address}/api/v1${question.path}`, cookie };
        figures.push(...(await measure(world, `${name}: ${question.name}`, asked, load.comparable)));
      }
    }
    return [...figures, ...(await searches(world, address))];
  },
};

interface Asked {
  readonly question: Question;
  readonly reader: Reader;
  readonly url: string;
  readonly cookie: string;
}

async function measure(
  { dataSource: { manager } }: BenchInstallation,
  name: string,
  { question, reader, url, cookie }: Asked,
  comparable: boolean,
): Promise<Figure[]> {
  const sql = await latencies(TIMES, () => question.now(manager, reader));
  const agent = new Agent({ keepAlive: true });
  const api = await latencies(TIMES, () => getOnce(url, agent, cookie));
  agent.destroy();
  const before = comparable ? await latencies(TIMES_BEFORE, () => question.before(manager, reader)) : [];
  const ratio = quantile(before, 0.5) / quantile(sql, 0.5);
  return [
    figureAtMost(`${name}, SQL p95`, quantile(sql, 0.95), 'ms', 10),
    figureAtMost(`${name}, api p95`, quantile(api, 0.95), 'ms', 60),
    ...(comparable
      ? [
          figure(`${name}, SQL as before, p50`, quantile(before, 0.5), 'ms'),
          quantile(before, 0.5) > SLOW_BEFORE_MS
            ? figureAtLeast(`${name}, times as fast`, ratio, '', 20)
            : figure(`${name}, times as fast`, ratio, ''),
        ]
      : []),
  ];
}
