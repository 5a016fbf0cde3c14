import { minimalBody, deepMerge } from '#domain/next/minimal-body.js';
import type { ObjectSchema } from '#domain/next/proposed-step.js';

/** The parts of a case view that a program needs which knows nothing of the process. */
export interface VisibleCase {
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

export interface CaseAccess {
  readCase(): Promise<VisibleCase> | VisibleCase;
  submit(user: string, body: Record<string, unknown>): Promise<void> | void;
  waitUntil(instant: string): Promise<void> | void;
}

/**
 * Drives a case by `next` alone until it is closed: takes the first step, waits for its `notBefore`, builds the minimal
 * body and posts it as the first person who may.
 * @param chosen  a way to take when it is among the steps, as a person who knows the process would.
 * @returns the phases that the case went through, in order, and the steps taken.
 * @throws when an open case has no step, or after `maxSteps` steps.
 */
export async function followNextSteps(
  access: CaseAccess,
  chosen: (step: VisibleCase['next'][number]) => boolean = () => false,
  maxSteps = 200,
): Promise<{ phases: string[]; steps: string[] }> {
  const phases: string[] = [];
  const steps: string[] = [];
  for (let view = await access.readCase(); ; view = await access.readCase()) {
    if (phases.at(-1) !== view.phase) phases.push(view.phase);
    if (view.state !== 'OPEN' && view.state !== 'SUSPENDED') return { phases, steps };
    const [first] = view.next;
    const step = view.next.find((it) => it.command === first?.command && chosen(it)) ?? first;
    const user = step?.by[0]?.user;
    if (!step || user === undefined) throw new Error(`nothing to do in ${view.phase} after ${steps.join(', ')}`);
    if (steps.length >= maxSteps) throw new Error(`no end after ${steps.slice(-20).join(', ')}`);
    if (step.notBefore !== undefined) await access.waitUntil(step.notBefore);
    const { fact, item, decision } = step.body;
    steps.push([step.command, fact, item, decision, 'by', user].filter((word) => typeof word === 'string').join(' '));
    await access.submit(user, deepMerge({ type: step.command, ...step.body }, minimalBody(step.input as ObjectSchema)));
  }
}
