import { StepError } from '../step-error.js';
import { reasonOf, until } from '../wait.js';
import { Child, type ChildSpec } from './child.js';
import { ChildrenFile } from './children-file.js';
import { lastLines } from './log-file.js';

/** Died this often before all was well once: then waiting longer is no use. */
const HOPELESS = 6;

export interface Wellness {
  /** What the children are called in a message, like "Postgres". */
  readonly title: string;
  /** Rejects, saying why, while they are not well. */
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

  /** Without waiting until it is well: for what nothing else rests on. */
  start(spec: ChildSpec): Child {
    const child = new Child(spec, {
      changed: (identity) => this.file.set(spec.name, identity, spec.stopSignal),
      died: (how, againInMs) => this.say(`${spec.name} ended (${how}); starting it again in ${againInMs / 1000} s`),
    });
    this.children.push(child);
    child.start();
    return child;
  }

  /** @throws StepError when they do not get well in time, or one dies again and again */
  async startAndWait(specs: readonly ChildSpec[], wellness: Wellness): Promise<void> {
    const children = specs.map((spec) => this.start(spec));
    const lost = new AbortController();
    const ask = async (): Promise<unknown> => {
      const hopeless = children.find(({ deaths }) => deaths >= HOPELESS);
      if (hopeless) lost.abort(new Error(`${hopeless.spec.name} ended ${hopeless.deaths} times`));
      return wellness.check();
    };
    try {
      await until(ask, { withinMs: wellness.withinMs, signal: AbortSignal.any([wellness.signal, lost.signal]) });
    } catch (error) {
      wellness.signal.throwIfAborted();
      const logs = specs.map(({ name, logFile }) => `${name} (${logFile}):\n${lastLines(logFile)}`);
      const whatToDo = 'Mend the cause and start again; data already stored is kept.';
      throw new StepError(wellness.title, [reasonOf(error), ...logs].join('\n'), whatToDo);
    }
  }

  async stop(): Promise<void> {
    for (const child of [...this.children].reverse()) await child.stop();
  }

  kill(): void {
    for (const child of this.children) child.kill();
  }
}
