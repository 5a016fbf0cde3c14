import { availableParallelism, cpus, loadavg, totalmem } from 'node:os';

/** The machine and its load. Only ratios can be compared between machines, not figures. */
export interface Machine {
  readonly node: string;
  readonly cores: number;
  readonly processor: string;
  readonly memoryGb: number;
  /** Load average of the last minute and the last five, before anything was started. */
  readonly loadBefore: readonly [number, number];
}

/** Load average of the last minute, including our own earlier workloads. */
export const loadAverage = (): number => loadavg()[0] ?? NaN;

export function thisMachine(): Machine {
  const [one = NaN, five = NaN] = loadavg();
  return {
    node: process.version,
    cores: availableParallelism(),
    processor: cpus()[0]?.model ?? 'unknown',
    memoryGb: Math.round(totalmem() / 1024 ** 3),
    loadBefore: [one, five],
  };
}
