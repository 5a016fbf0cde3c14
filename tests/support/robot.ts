import { fill, layOver } from '#domain/next/fill.js';
import type { ObjectSchema } from '#domain/next/step.js';

/** What a program sees of a case when it knows nothing of the process. */
export interface Seen {
  readonly phase: string;
  readonly state: string;
  readonly version: number;
  readonly next: readonly {
    readonly command: string;
    readonly body: Readonly<Record<string, unknown>>;
    readonly input: unknown;
    readonly by: readonly { readonly user: string }[];
    readonly notBefore?: string;
  }[];
}

export interface World {
  look(): Promise<Seen> | Seen;
  post(user: string, body: Record<string, unknown>): Promise<void> | void;
  waitUntil(instant: string): Promise<void> | void;
}

/**
 * Carries a case on by `next` alone: takes the first step, waits for its `notBefore`, fills in the least and posts it as
 * its first person; until the case is closed.
 * @returns the phases it went through, in order, and the steps it took.
 * @throws when an open case has no step, or after `most` steps.
 */
export async function carryOn(world: World, most = 200): Promise<{ phases: string[]; steps: string[] }> {
  const phases: string[] = [];
  const steps: string[] = [];
  for (let seen = await world.look(); ; seen = await world.look()) {
    if (phases.at(-1) !== seen.phase) phases.push(seen.phase);
    if (seen.state !== 'OPEN' && seen.state !== 'SUSPENDED') return { phases, steps };
    const [step] = seen.next;
    const user = step?.by[0]?.user;
    if (!step || user === undefined) throw new Error(`nothing to do in ${seen.phase} after ${steps.join(', ')}`);
    if (steps.length >= most) throw new Error(`no end after ${steps.slice(-20).join(', ')}`);
    if (step.notBefore !== undefined) await world.waitUntil(step.notBefore);
    const { fact, item, decision } = step.body;
    steps.push([step.command, fact, item, decision, 'by', user].filter((word) => typeof word === 'string').join(' '));
    await world.post(user, layOver({ type: step.command, ...step.body }, fill(step.input as ObjectSchema)));
  }
}
