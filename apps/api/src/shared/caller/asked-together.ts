import { setImmediate as endOfTurn } from 'node:timers/promises';

interface Question<Answer> {
  readonly keys: Set<string>;
  readonly answers: Promise<ReadonlyMap<string, Answer>>;
}

/**
 * Reads at once what is asked for in one turn of the event loop. Reading begins after the last of these questions has come,
 * so nobody gets an answer that is older than the question. When it fails, it fails for all of them.
 */
export class AskedTogether<Answer> {
  private open: Question<Answer> | undefined;

  constructor(private readonly read: (keys: readonly string[]) => Promise<ReadonlyMap<string, Answer>>) {}

  async get(key: string): Promise<Answer | undefined> {
    this.open ??= this.begin(new Set());
    this.open.keys.add(key);
    return (await this.open.answers).get(key);
  }

  private begin(keys: Set<string>): Question<Answer> {
    const answers = endOfTurn().then(() => {
      this.open = undefined;
      return this.read([...keys]);
    });
    return { keys, answers };
  }
}
