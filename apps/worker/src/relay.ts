import type { DataSource } from 'typeorm';
import type { Engine } from '#engine/engine.js';
import type { Logger } from '#platform/log.js';
import { readClock } from '#store/installation/installation.js';
import { Listener } from '#store/db/listener.js';
import { readForStart, startInputOf, type Stored } from '#store/cases/load-for-start.js';
import { START_CHANNEL } from '#store/cases/notices/announce.js';
import { markStarted, waitingStarts } from '#store/cases/starts.js';

const LOOK_EVERY = 500;
const AT_ONCE = 20;

/**
 * Starts the workflows of cases that were opened in Postgres.
 *
 * 1. Nothing is started before the installation's clock has an origin.
 * 2. A notice makes it look at once; without one it looks twice a second, so a lost notice costs half a second.
 * 3. Several relays may work side by side: a case is started once, whoever asks.
 * 4. While Temporal is down the requests wait; nothing is lost.
 */
export class Relay {
  private readonly listener: Listener;
  private timer: NodeJS.Timeout | undefined;
  private looking: Promise<void> | null = null;
  private again = false;
  private closed = false;
  private troubled = false;

  constructor(
    private readonly dataSource: DataSource,
    private readonly engine: Engine,
    private readonly log: Logger,
    listenUrl: string,
  ) {
    this.listener = new Listener(listenUrl, [START_CHANNEL], { heard: () => this.look() });
  }

  async open(): Promise<void> {
    await this.listener.open();
    this.look();
  }

  async close(): Promise<void> {
    this.closed = true;
    clearTimeout(this.timer);
    await this.listener.close();
    await this.looking;
  }

  /** Looks now, or once more when it is looking already. */
  private look(): void {
    if (this.closed) return;
    if (this.looking) {
      this.again = true;
      return;
    }
    clearTimeout(this.timer);
    this.again = false;
    this.looking = this.startWaiting().then((more) => {
      this.looking = null;
      if (this.again || more) this.look();
      else if (!this.closed) this.timer = setTimeout(() => this.look(), LOOK_EVERY);
    });
  }

  /** @returns true when there may be more to start at once. */
  private async startWaiting(): Promise<boolean> {
    try {
      const { manager } = this.dataSource;
      if (!(await readClock(manager))) return false;
      const waiting = await waitingStarts(manager, AT_ONCE);
      const stored = await readForStart(manager, waiting);
      const outcomes = await Promise.allSettled(waiting.map((caseId) => this.start(caseId, stored.get(caseId))));
      const started = waiting.filter((_, index) => outcomes[index]?.status === 'fulfilled');
      await markStarted(manager, started);
      this.report(outcomes.find((outcome) => outcome.status === 'rejected')?.reason);
      return waiting.length === AT_ONCE && started.length > 0;
    } catch (error) {
      this.report(error);
      return false;
    }
  }

  private async start(caseId: string, stored: Stored | undefined): Promise<void> {
    if (stored) await this.engine.start(await startInputOf(this.dataSource.manager, stored));
    else this.log.error({ case: caseId }, 'a case to be started does not exist');
  }

  /** One line when trouble begins and one when it is over, not two a second. */
  private report(error: unknown): void {
    if (error && !this.troubled) this.log.warn({ err: error }, 'cases cannot be started; trying again');
    if (!error && this.troubled) this.log.info('cases can be started again');
    this.troubled = Boolean(error);
  }
}
