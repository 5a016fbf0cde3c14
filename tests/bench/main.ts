import 'reflect-metadata';
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { heading, table } from './table.js';
import { loadAverage, thisMachine } from './machine.js';
import { WORKLOADS, chooseWorkloads } from './workloads.js';
import { startBenchInstallation } from './world/bench-installation.js';

const RESULTS = path.resolve('.stafett', 'bench');

/** @param given  names of workloads, some with a size: `w4=1000000`. @returns the exit code; a missed aim is no failure. */
async function main(given: readonly string[]): Promise<number> {
  const sizes = new Map(given.map((word) => [word.toLowerCase().split('=')[0] ?? '', sizeIn(word)]));
  const chosen = chooseWorkloads([...sizes.keys()]);
  if ('unknown' in chosen) {
    console.error(`There is no workload ${chosen.unknown}; there are ${WORKLOADS.map(({ name }) => name).join(', ')}.`);
    return 2;
  }
  const machine = thisMachine();
  const at = new Date().toISOString();
  const world = await startBenchInstallation();
  try {
    console.log(heading(machine, world.serverDescription));
    for (const workload of chosen) {
      const { name, title } = workload;
      const loadBefore = loadAverage();
      const figures = await workload.run(world, sizes.get(name));
      console.log(table(`${name}  ${title} (load before: ${loadBefore.toFixed(2)})`, figures));
      const result = { name, title, at, machine, loadBefore, server: world.serverDescription, figures };
      mkdirSync(RESULTS, { recursive: true });
      writeFileSync(path.join(RESULTS, `${name}-${at.replaceAll(':', '')}.json`), JSON.stringify(result, undefined, 2));
    }
    return 0;
  } finally {
    await world.close();
  }
}

function sizeIn(word: string): number | undefined {
  const [, size] = word.split('=');
  return size === undefined ? undefined : Number(size);
}

// The exit handlers end the processes that were started.
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => process.exit(130));
process.exit(await main(process.argv.slice(2)));
