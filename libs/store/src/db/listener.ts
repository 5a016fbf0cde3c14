import pg from 'pg';

const RETRY_AFTER = 500;
const PROBE_EVERY = 15_000;

export interface Listening {
  /** A notice on one of the channels. */
  readonly heard: (channel: string, payload: string) => void;
  /** The connection is there, for the first time or again; what was said meanwhile was missed. */
  readonly connected?: () => void;
}

/**
 * One connection of Postgres that listens, and comes back by itself after it was lost.
 * @param url  a direct connection: behind a transaction pooler nothing is heard.
 */
export class Listener {
  private client: pg.Client | null = null;
  private retry: NodeJS.Timeout | undefined;
  private probe: NodeJS.Timeout | undefined;
  private closed = false;

  constructor(
    private readonly url: string,
    private readonly channels: readonly string[],
    private readonly listening: Listening,
  ) {}

  /** Never rejects: a database that is not there is waited for. */
  async open(): Promise<void> {
    if (this.closed) return;
    const client = new pg.Client({ connectionString: this.url, connectionTimeoutMillis: 5_000, keepAlive: true });
    client.on('notification', ({ channel, payload }) => this.listening.heard(channel, payload ?? ''));
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
    this.probe = setInterval(() => void client.query('SELECT 1').catch(() => this.lost(client)), PROBE_EVERY).unref();
    this.listening.connected?.();
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
    this.retry = setTimeout(() => void this.open(), RETRY_AFTER).unref();
  }
}
