import { StepError } from '../step-error.js';
import { reasonOf, until } from '../wait.js';
import { Child, type ChildSpec } from './child.js';
import { ChildrenFile } from './children-file.js';
import { lastLines } from './log-file.js';

/** Dies this often before it is once well: then waiting longer is no use. */
const HOPELESS = 4;

export interface Wellness {
  /** What the child is called in a message, like "Postgres". */
  readonly title: string;
  /** Rejects, saying why, while the child is not well. */
  readonly check: () => Promise<unknown>;
  readonly withinMs: number;
  readonly signal: AbortSignal;
}

/** The children of one installation: started in order, kept running, stopped in the reverse order. */
export class Supervisor {
  private readonly children: Child[] = [];
  private readonly file: ChildrenFile;

  constructor(
    childrenFile: string,
    private readonly say: (line: string) => void,
  ) {
    this.file = new ChildrenFile(childrenFile);
  }

  start(spec: ChildSpec): Child {
    const child = new Child(spec, {
      changed: (identity) => this.file.set(spec.name, identity, spec.stopSignal),
      died: (how, againInMs) => this.say(`${spec.name} ended (${how}); starting it again in ${againInMs / 1000} s`),
    });
    this.children.push(child);
    child.start();
    return child;
  }

  /** @throws StepError when the child does not get well in time */
  async startAndWait(spec: ChildSpec, wellness: Wellness): Promise<void> {
    const child = this.start(spec);
    const lost = new AbortController();
    const ask = async (): Promise<unknown> => {
      if (child.deaths >= HOPELESS) lost.abort(new Error(`it ended ${child.deaths} times`));
      return wellness.check();
    };
    const signal = AbortSignal.any([wellness.signal, lost.signal]);
    try {
      await until(ask, { withinMs: wellness.withinMs, signal });
    } catch (error) {
      wellness.signal.throwIfAborted();
      throw new StepError(
        wellness.title,
        `${reasonOf(error)}\n${lastLines(spec.logFile)}`,
        `Read ${spec.logFile}, mend the cause and start again; data already stored is kept.`,
      );
    }
  }

  async stop(): Promise<void> {
    for (const child of [...this.children].reverse()) await child.stop();
  }

  kill(): void {
    for (const child of this.children) child.kill();
  }
}
