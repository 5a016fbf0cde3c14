import pg from 'pg';

const RETRY_AFTER_MS = 500;
const PROBE_EVERY_MS = 15_000;

export interface ListenerCallbacks {
  /** Called for each notification on one of the channels. */
  readonly onNotification: (channel: string, payload: string) => void;
  /** Called after each connect and reconnect; notifications sent in between are lost. */
  readonly onConnected?: () => void;
}

/**
 * A Postgres connection that listens for notifications and reconnects when it is lost.
 * @param url  must be a direct connection: LISTEN does not work through a transaction pooler.
 */
export class Listener {
  private client: pg.Client | null = null;
  private retry: NodeJS.Timeout | undefined;
  private probe: NodeJS.Timeout | undefined;
  private closed = false;

  constructor(
    private readonly url: string,
    private readonly channels: readonly string[],
    private readonly listening: ListenerCallbacks,
  ) {}

  /** Never rejects: retries until the database is reachable. */
  async open(): Promise<void> {
    if (this.closed) return;
    const client = new pg.Client({ connectionString: this.url, connectionTimeoutMillis: 5_000, keepAlive: true });
    client.on('notification', ({ channel, payload }) => this.listening.onNotification(channel, payload ?? ''));
    client.on('error', () => this.lost(client));
    client.on('end', () => this.lost(client));
    this.client = client;
    try {
      await client.connect();
      for (const channel of this.channels) await client.query(`LISTEN ${client.escapeIdentifier(channel)}`);
    } catch {
      this.lost(client);
      return;
    }
    this.probe = setInterval(
      () => void client.query('SELECT 1').catch(() => this.lost(client)),
      PROBE_EVERY_MS,
    ).unref();
    this.listening.onConnected?.();
  }

  async close(): Promise<void> {
    this.closed = true;
    clearTimeout(this.retry);
    clearInterval(this.probe);
    const client = this.client;
    this.client = null;
    await client?.end().catch(() => undefined);
  }

  private lost(client: pg.Client): void {
    if (this.closed || this.client !== client) return;
    this.client = null;
    clearInterval(this.probe);
    client.end().catch(() => undefined);
    this.retry = setTimeout(() => void this.open(), RETRY_AFTER_MS).unref();
  }
}
