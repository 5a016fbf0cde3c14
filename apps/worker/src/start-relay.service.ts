import type { DataSource } from 'typeorm';
import type { Engine } from '#engine/engine.js';
import type { Logger } from '#platform/logger.js';
import { readClock } from '#store/installation/installation.js';
import { Listener } from '#store/db/listener.js';
import { readHistories, startInputOf, type StoredHistory } from '#store/cases/load-for-start.js';
import { START_CHANNEL } from '#store/cases/notices/announce-version.js';
import { markStarted, pendingStarts } from '#store/cases/start-requests.js';

const POLL_INTERVAL_MS = 500;
const BATCH_SIZE = 20;

/**
 * Starts the workflows of cases that were opened in Postgres.
 *
 * 1. Starts nothing before the installation's domain clock is set.
 * 2. Polls at once on a Postgres notification and otherwise twice a second, so a lost notification costs half a second.
 * 3. Several relays may run concurrently: Temporal refuses a second start of a case.
 * 4. Start requests stay in Postgres while Temporal is down.
 */
export class StartRelayService {
  private readonly listener: Listener;
  private timer: NodeJS.Timeout | undefined;
  private polling: Promise<void> | null = null;
  private pollAgain = false;
  private closed = false;
  private failing = false;

  constructor(
    private readonly dataSource: DataSource,
    private readonly engine: Engine,
    private readonly log: Logger,
    listenUrl: string,
  ) {
    this.listener = new Listener(listenUrl, [START_CHANNEL], { onNotification: () => this.poll() });
  }

  async open(): Promise<void> {
    await this.listener.open();
    this.poll();
  }

  async close(): Promise<void> {
    this.closed = true;
    clearTimeout(this.timer);
    await this.listener.close();
    await this.polling;
  }

  /** Polls now, or once more after the poll in progress. */
  private poll(): void {
    if (this.closed) return;
    if (this.polling) {
      this.pollAgain = true;
      return;
    }
    clearTimeout(this.timer);
    this.pollAgain = false;
    this.polling = this.startWaiting().then((more) => {
      this.polling = null;
      if (this.pollAgain || more) this.poll();
      else if (!this.closed) this.timer = setTimeout(() => this.poll(), POLL_INTERVAL_MS);
    });
  }

  /** @returns true when a full batch was read, so that more requests may be waiting. */
  private async startWaiting(): Promise<boolean> {
    try {
      const { manager } = this.dataSource;
      if (!(await readClock(manager))) return false;
      const waiting = await pendingStarts(manager, BATCH_SIZE);
      const stored = await readHistories(manager, waiting);
      const outcomes = await Promise.allSettled(waiting.map((caseId) => this.start(caseId, stored.get(caseId))));
      const started = waiting.filter((_, index) => outcomes[index]?.status === 'fulfilled');
      await markStarted(manager, started);
      this.report(outcomes.find((outcome) => outcome.status === 'rejected')?.reason);
      return waiting.length === BATCH_SIZE && started.length > 0;
    } catch (error) {
      this.report(error);
      return false;
    }
  }

  private async start(caseId: string, stored: StoredHistory | undefined): Promise<void> {
    if (stored) await this.engine.start(await startInputOf(this.dataSource.manager, stored));
    else this.log.error({ case: caseId }, 'a case to be started does not exist');
  }

  /** Logs when starts begin to fail and when they work again, not at every poll. */
  private report(error: unknown): void {
    if (error && !this.failing) this.log.warn({ err: error }, 'cases cannot be started; trying again');
    if (!error && this.failing) this.log.info('cases can be started again');
    this.failing = Boolean(error);
  }
}
