import { setTimeout as pause } from 'node:timers/promises';
import { until } from '#infra/up/shared/wait.js';
import type { ApiClient, TimelineEvent } from '#support/api-client.js';

/** Slow on purpose: the test looks for lost commands, for which some hundred are enough. */
const PAUSE_MS = 50;

/** Alternates two commands with one event each. The first adds an event every time it takes effect, so repeats show. */
const commandOf = (n: number): object =>
  n % 2 === 1
    ? { type: 'registerFact', fact: 'organisationChecked', data: {} }
    : { type: 'nameDeputy', deputy: n % 4 === 0 ? 'saksbehandler.helse' : 'leder.helse' };

/** Keys of those commands in the order in which they took effect, repeated if one did twice. */
export const appliedKeys = (events: readonly TimelineEvent[]): (string | undefined)[] =>
  events.filter(({ type }) => type === 'factRegistered' || type === 'deputyNamed').map(({ command }) => command);

/**
 * Submits one command after the other to a case, each repeated with its own key until it is acknowledged.
 * Fails on anything but an acknowledgement, a broken connection or a 503.
 */
export class CommandStream {
  readonly acknowledged: string[] = [];
  private stopped = false;
  private readonly run: Promise<void>;

  constructor(
    private readonly client: ApiClient,
    readonly id: string,
    private readonly name: string,
    private readonly command = commandOf,
  ) {
    this.run = this.give();
    // `stop` reports the error; until then it must not count as unhandled.
    this.run.catch(() => undefined);
  }

  /** Waits until so many more have been acknowledged. */
  async waitForMore(count: number): Promise<void> {
    const goal = this.acknowledged.length + count;
    const reached = async (): Promise<void> => {
      if (this.acknowledged.length < goal) throw new Error(`${this.name} is at ${this.acknowledged.at(-1)}`);
    };
    await Promise.race([this.run, until(reached, { withinMs: 90_000 })]);
  }

  async stop(): Promise<void> {
    this.stopped = true;
    await this.run;
  }

  private async give(): Promise<void> {
    for (let n = 1; !this.stopped; n += 1) {
      const key = `${this.name}-${n}`;
      const path = `/collaborations/${this.id}/commands`;
      const { status, body: answer } = await this.client.postUntilAnswered(path, this.command(n), { key });
      if (status !== 200 && status !== 202) throw new Error(`${key}: ${status} ${JSON.stringify(answer)}`);
      this.acknowledged.push(key);
      await pause(PAUSE_MS);
    }
  }
}
