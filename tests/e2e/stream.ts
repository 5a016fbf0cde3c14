import { until } from '#infra/up/wait.js';
import type { Client } from '#support/client.js';

/** Two who can stand in for the front line; naming them by turns makes every command an event. */
const DEPUTIES = ['saksbehandler.helse', 'leder.helse'] as const;

/**
 * One person who gives a case one command after the other, each repeated with its own key until it is acknowledged.
 * Anything but an acknowledgement, a broken connection or a 503 ends it with an error.
 */
export class Stream {
  readonly acknowledged: string[] = [];
  private stopped = false;
  private readonly run: Promise<void>;

  constructor(
    private readonly client: Client,
    readonly id: string,
    private readonly name: string,
  ) {
    this.run = this.give();
    // Told by `stop`; until then nobody listens.
    this.run.catch(() => undefined);
  }

  /** Waits until so many more have been acknowledged. */
  async more(count: number): Promise<void> {
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
      const body = { type: 'nameDeputy', deputy: DEPUTIES[n % DEPUTIES.length] };
      const { status, body: answer } = await this.client.insist(`/collaborations/${this.id}/commands`, body, { key });
      if (status !== 200 && status !== 202) throw new Error(`${key}: ${status} ${JSON.stringify(answer)}`);
      this.acknowledged.push(key);
    }
  }
}
