import type { BenchInstallation } from './world/bench-installation.js';

/** One line of the table: a value, its unit and, where there is one, the aim it should meet. */
export interface Figure {
  readonly label: string;
  readonly value: number;
  readonly unit: string;
  readonly aim?: { readonly text: string; readonly met: boolean };
}

export interface Workload {
  readonly name: string;
  readonly title: string;
  /** @param size  how much of what the workload measures, where it can be chosen. */
  run(world: BenchInstallation, size?: number): Promise<readonly Figure[]>;
}

export function figure(what: string, value: number, unit: string): Figure {
  return { label: what, value, unit };
}

export function figureAtMost(what: string, value: number, unit: string, most: number): Figure {
  return { label: what, value, unit, aim: { text: `<= ${most}`, met: value <= most } };
}

export function figureAtLeast(what: string, value: number, unit: string, least: number): Figure {
  return { label: what, value, unit, aim: { text: `>= ${least}`, met: value >= least } };
}
