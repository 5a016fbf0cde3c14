import { StepError } from '../shared/step-error.js';
import { reasonOf, until } from '../shared/wait.js';
import { Child, type ChildSpec } from './child.js';
import { ChildrenFile } from './children-file.js';
import { lastLines } from './log-file.js';

/** The start fails when a child has died this often before it was ready. */
const MAX_DEATHS = 6;

export interface Readiness {
  /** Name of the children in messages, like "Postgres". */
  readonly title: string;
  /** Rejects with the reason while they are not ready. */
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

  /** Starts a child without waiting until it is ready. */
  start(spec: ChildSpec): Child {
    const child = new Child(spec, {
      changed: (identity) => this.file.set(spec.name, identity, spec.stopSignal),
      died: (how, againInMs) => this.say(`${spec.name} ended (${how}); starting it again in ${againInMs / 1000} s`),
    });
    this.children.push(child);
    child.start();
    return child;
  }

  /** Starts children and waits until they are ready. @throws StepError when they are not ready in time, or one keeps dying */
  async startAndWait(specs: readonly ChildSpec[], readiness: Readiness): Promise<void> {
    const children = specs.map((spec) => this.start(spec));
    const gaveUp = new AbortController();
    const checkOnce = async (): Promise<unknown> => {
      const failing = children.find(({ deaths }) => deaths >= MAX_DEATHS);
      if (failing) gaveUp.abort(new Error(`${failing.spec.name} ended ${failing.deaths} times`));
      return readiness.check();
    };
    try {
      await until(checkOnce, {
        withinMs: readiness.withinMs,
        signal: AbortSignal.any([readiness.signal, gaveUp.signal]),
      });
    } catch (error) {
      readiness.signal.throwIfAborted();
      const logs = specs.map(({ name, logFile }) => `${name} (${logFile}):\n${lastLines(logFile)}`);
      const whatToDo = 'Mend the cause and start again; data already stored is kept.';
      throw new StepError(readiness.title, [reasonOf(error), ...logs].join('\n'), whatToDo);
    }
  }

  async stop(): Promise<void> {
    for (const child of [...this.children].reverse()) await child.stop();
  }

  kill(): void {
    for (const child of this.children) child.kill();
  }
}
