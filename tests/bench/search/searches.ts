import { Agent } from 'node:http';
import { getOnce, latencies, openBenchSession } from '../lists/ask.js';
import { ASKERS } from '../lists/municipality.js';
import { quantile } from '../quantiles.js';
import { figure, figureAtLeast, figureAtMost, type Figure } from '../workload.js';
import type { BenchInstallation } from '../world/bench-installation.js';
import { loadTexts, OLD, RARE } from './load-texts.js';

const TIMES = 40;
const TIMES_PLAIN = 3;

/** What is searched for, from what nearly every text has to what none has. */
const QUERIES = {
  'a word of most texts': 'etter',
  'two letters': 'ng',
  'a part of many words': 'oppfølging',
  'two words': 'kommune mentor',
  'a common and a rare word': `etter ${RARE}`,
  'a rare word': RARE,
  'a word of old cases': OLD,
  'a word of no text': 'barnevernspedagogutdanningene',
} as const;

/** Searches by those who see all, much and little, as many texts as there are; the aim is that of a person who waits. */
export async function searches(world: BenchInstallation, address: string): Promise<Figure[]> {
  const { manager } = world.dataSource;
  const began = performance.now();
  await loadTexts(manager);
  const [{ count } = { count: 0 }] = await manager.query<{ count: number }[]>(
    'SELECT count(*)::integer AS count FROM search_text',
  );
  const figures = [
    figure('texts', count, ''),
    figure('seconds to load them', (performance.now() - began) / 1_000, 's'),
  ];
  const plain = await latencies(TIMES_PLAIN, () =>
    manager.query('SELECT count(*) FROM search_text s WHERE s.words LIKE $1', [`%${RARE}%`]),
  );
  figures.push(figure('a plain scan of all texts, p50', quantile(plain, 0.5), 'ms'));
  const all: number[] = [];
  for (const [name, user] of Object.entries(ASKERS)) {
    const cookie = await openBenchSession(world, user);
    const agent = new Agent({ keepAlive: true });
    for (const [what, q] of Object.entries(QUERIES)) {
      const found = await latencies(TIMES, () =>
        getOnce(`${address}/api/v1/search?q=${encodeURIComponent(q)}`, agent, cookie),
      );
      all.push(...found);
      figures.push(figureAtMost(`${name} searches ${what}, api p95`, quantile(found, 0.95), 'ms', 80));
    }
    agent.destroy();
  }
  const times = quantile(plain, 0.5) / quantile(all, 0.5);
  return [
    ...figures,
    figureAtMost('all searches, api p95', quantile(all, 0.95), 'ms', 80),
    figureAtLeast('times as fast as a plain scan, p50', times, '', 20),
  ];
}
