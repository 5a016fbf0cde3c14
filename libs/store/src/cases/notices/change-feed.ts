import { In, type EntityManager } from 'typeorm';
import { Listener } from '../../db/listener.js';
import { CASE_CHANNEL } from './announce-version.js';
import { CollaborationTable } from '../views/collaboration-table.js';

/** Channel for changes of units, people, roles and absences. */
const PEOPLE_CHANNEL = 'stafett_people';

const POLL_MS = 100;

/** A case has reached a version in Postgres; `reset` when notifications may have been lost. */
export type CaseNotice = { readonly id: string; readonly version: number } | 'reset';

interface Waiter {
  readonly id: string;
  readonly version: number;
  readonly reached: () => void;
}

/**
 * Tells when cases or people change in Postgres. One LISTEN connection per process, shared by waiting requests and event streams.
 *
 * 1. A lost notification only costs time: while somebody waits, one query for all waiters runs every 100 ms.
 * 2. After a reconnect every subscriber gets `reset`.
 */
export class ChangeFeed {
  private readonly listener: Listener;
  private readonly waiters = new Set<Waiter>();
  private readonly subscribers = new Set<(notice: CaseNotice) => void>();
  private readonly peopleSubscribers = new Set<() => void>();
  private connectedBefore = false;
  private pollTimer: NodeJS.Timeout | undefined;

  /** @param managerOf  called at each poll, because the database may come up later. */
  constructor(
    listenUrl: string,
    private readonly managerOf: () => EntityManager,
  ) {
    this.listener = new Listener(listenUrl, [CASE_CHANNEL, PEOPLE_CHANNEL], {
      onNotification: (channel, payload) => (channel === PEOPLE_CHANNEL ? this.peopleChanged() : this.heard(payload)),
      onConnected: () => this.connected(),
    });
  }

  open(): Promise<void> {
    return this.listener.open();
  }

  async close(): Promise<void> {
    clearTimeout(this.pollTimer);
    this.pollTimer = undefined;
    await this.listener.close();
  }

  /** @returns a function that ends the subscription. */
  subscribe(notify: (notice: CaseNotice) => void): () => void {
    this.subscribers.add(notify);
    return () => void this.subscribers.delete(notify);
  }

  /** Calls back when units, people, roles or absences have changed, and after each reconnect, when they may have. */
  onPeopleChanged(notify: () => void): void {
    this.peopleSubscribers.add(notify);
  }

  /** Notifies every process. Call it after the commit. When the notification is lost, `DirectoryCache` is stale for some seconds. */
  async announcePeopleChanged(): Promise<void> {
    await this.managerOf()
      .query('SELECT pg_notify($1, $2)', [PEOPLE_CHANNEL, ''])
      .catch(() => undefined);
  }

  /** @param timeout  wall milliseconds. @returns false when the view did not reach the version in that time. */
  async waitForVersion(id: string, version: number, timeout: number): Promise<boolean> {
    let waiter: Waiter | undefined;
    let timer: NodeJS.Timeout | undefined;
    const reached = new Promise<boolean>((resolve) => {
      waiter = { id, version, reached: () => resolve(true) };
      this.waiters.add(waiter);
      timer = setTimeout(() => resolve(false), timeout);
      this.pollSoon(0);
    });
    try {
      return await reached;
    } finally {
      clearTimeout(timer);
      if (waiter) this.waiters.delete(waiter);
    }
  }

  private heard(payload: string): void {
    const [id = '', number = ''] = payload.split(':');
    const version = Number(number);
    if (!id || !Number.isInteger(version)) return;
    this.reach(id, version);
    for (const notify of this.subscribers) notify({ id, version });
  }

  private peopleChanged(): void {
    for (const notify of this.peopleSubscribers) notify();
  }

  private connected(): void {
    this.peopleChanged();
    if (this.connectedBefore) for (const notify of this.subscribers) notify('reset');
    this.connectedBefore = true;
  }

  private reach(id: string, version: number): void {
    for (const waiter of this.waiters) if (waiter.id === id && waiter.version <= version) waiter.reached();
  }

  private pollSoon(millis: number): void {
    this.pollTimer ??= setTimeout(() => void this.poll(), millis);
  }

  private async poll(): Promise<void> {
    const ids = [...new Set([...this.waiters].map(({ id }) => id))];
    try {
      if (ids.length > 0) {
        const rows = await this.managerOf().find(CollaborationTable, {
          select: { id: true, version: true },
          where: { id: In(ids) },
        });
        for (const { id, version } of rows) this.reach(id, version);
      }
    } catch {
      // The database is unreachable; the next poll tries again until the timeout.
    }
    this.pollTimer = undefined;
    if (this.waiters.size > 0) this.pollSoon(POLL_MS);
  }
}
