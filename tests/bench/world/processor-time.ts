import { readdirSync, readFileSync } from 'node:fs';
import { figure, type Figure } from '../workload.js';

/** Linux counts processor time in ticks of 10 ms on all common machines. */
const TICK_MS = 10;

/** Processor milliseconds that each program has used so far. On a shared machine steadier than any rate. */
export type ProcessorTimes = Readonly<Record<string, number>>;

/** Counts children too (Postgres has one a connection), except this process's own. Empty where there is no /proc. */
export function processorTimesOf(pids: Readonly<Record<string, number>>): ProcessorTimes {
  if (process.platform !== 'linux') return {};
  const all = readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .flatMap((name) => readStat(Number(name)) ?? []);
  return Object.fromEntries(
    Object.entries(pids).map(([name, pid]) => {
      const own = all.filter((stat) => stat.pid === pid || (stat.parent === pid && pid !== process.pid));
      return [name, own.reduce((sum, stat) => sum + stat.ticks, 0) * TICK_MS];
    }),
  );
}

/** Processor time per call between two measurements. */
export function processorTimePerCall(
  what: string,
  before: ProcessorTimes,
  after: ProcessorTimes,
  calls: number,
): Figure[] {
  const costs = Object.keys(after).map((name) => [name, ((after[name] ?? 0) - (before[name] ?? 0)) / calls] as const);
  if (costs.length === 0) return [];
  const sum = costs.reduce((total, [, cost]) => total + cost, 0);
  const parts = costs.map(([name, cost]) => `${name} ${cost.toFixed(1)}`).join(', ');
  return [figure(`processor per ${what}`, sum, `ms (${parts})`)];
}

/** Reads fields 4, 14, 15 of `stat`, and 16, 17 for ended children. Field 2, the program, may hold spaces. */
function readStat(pid: number): { pid: number; parent: number; ticks: number } | undefined {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    const fields = stat
      .slice(stat.lastIndexOf(')') + 2)
      .split(' ')
      .map(Number);
    const ticks = fields.slice(11, 15).reduce((sum, it) => sum + it, 0);
    return { pid, parent: fields[1] ?? 0, ticks };
  } catch {
    return undefined;
  }
}
