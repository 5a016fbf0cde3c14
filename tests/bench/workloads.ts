import { caseAnswers } from './case-answer.js';
import { commands } from './commands.js';
import { lists } from './lists/lists.js';
import { openings } from './openings.js';
import { reads } from './reads.js';
import { replay } from './replay.js';
import { web } from './web/web.js';
import type { Workload } from './workload.js';

/** In the order in which they run. The case answers are first: the demonstration that they read brings its own case numbers. */
export const WORKLOADS: readonly Workload[] = [caseAnswers, openings, commands, replay, lists, reads, web];

/** The workloads of these names, in capitals or not; all for no name. A name that none has is returned. */
export function chooseWorkloads(given: readonly string[]): readonly Workload[] | { readonly unknown: string } {
  const names = given.map((name) => name.toLowerCase());
  const unknown = given.find((name) => !WORKLOADS.some((workload) => workload.name === name.toLowerCase()));
  if (unknown !== undefined) return { unknown };
  return names.length === 0 ? WORKLOADS : WORKLOADS.filter(({ name }) => names.includes(name));
}
