import { figure, type Figure } from './workload.js';

/** The smallest value that at least this share of all values do not exceed. */
export function quantile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)] ?? NaN;
}

export const median = (values: readonly number[]): number => quantile(values, 0.5);

/** p50, p95, p99 and the longest of some waits in milliseconds. */
export function latencyFigures(what: string, latencies: readonly number[]): Figure[] {
  return [
    figure(`${what}, p50`, quantile(latencies, 0.5), 'ms'),
    figure(`${what}, p95`, quantile(latencies, 0.95), 'ms'),
    figure(`${what}, p99 of ${latencies.length}`, quantile(latencies, 0.99), 'ms'),
    figure(`${what}, longest`, Math.max(...latencies), 'ms'),
  ];
}
