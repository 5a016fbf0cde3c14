import { In, type EntityManager } from 'typeorm';
import { Listener } from '../../db/listener.js';
import { CASE_CHANNEL } from './announce.js';
import { CollaborationTable } from '../views/collaboration.js';

/** Units, people, roles or absences have changed. */
const PEOPLE_CHANNEL = 'stafett_people';

const LOOK_AGAIN = 100;

/** A case has reached a version in Postgres; `reset` when notices may have been missed. */
export type Notice = { readonly id: string; readonly version: number } | 'reset';

interface Waiter {
  readonly id: string;
  readonly version: number;
  readonly reached: () => void;
}

/**
 * Who waits for what Postgres gets to know: one LISTEN connection a process, shared by waiting answers and event streams.
 *
 * 1. A lost notice costs time only: while somebody waits, it looks again every 100 ms, with one query for all.
 * 2. After a reconnect every subscriber is told `reset`.
 */
export class Versions {
  private readonly listener: Listener;
  private readonly waiters = new Set<Waiter>();
  private readonly subscribers = new Set<(notice: Notice) => void>();
  private readonly peopleWatchers = new Set<() => void>();
  private connectedBefore = false;
  private looking: NodeJS.Timeout | undefined;

  /** @param managerOf  asked at each look, since the database may come up later. */
  constructor(
    listenUrl: string,
    private readonly managerOf: () => EntityManager,
  ) {
    this.listener = new Listener(listenUrl, [CASE_CHANNEL, PEOPLE_CHANNEL], {
      heard: (channel, payload) => (channel === PEOPLE_CHANNEL ? this.peopleChanged() : this.heard(payload)),
      connected: () => this.connected(),
    });
  }

  open(): Promise<void> {
    return this.listener.open();
  }

  async close(): Promise<void> {
    clearTimeout(this.looking);
    this.looking = undefined;
    await this.listener.close();
  }

  /** @returns the end of the subscription. */
  subscribe(tell: (notice: Notice) => void): () => void {
    this.subscribers.add(tell);
    return () => void this.subscribers.delete(tell);
  }

  /** Tells when units, people, roles or absences have changed, or may have while nobody could hear. */
  onPeople(tell: () => void): void {
    this.peopleWatchers.add(tell);
  }

  /** Tells every process so, once it is committed. A lost notice costs the seconds that a directory is kept. */
  async announcePeople(): Promise<void> {
    await this.managerOf()
      .query('SELECT pg_notify($1, $2)', [PEOPLE_CHANNEL, ''])
      .catch(() => undefined);
  }

  /** @returns true when the view has reached the version, false when that took longer than `timeout` wall milliseconds. */
  async waitForVersion(id: string, version: number, timeout: number): Promise<boolean> {
    let waiter: Waiter | undefined;
    let timer: NodeJS.Timeout | undefined;
    const reached = new Promise<boolean>((resolve) => {
      waiter = { id, version, reached: () => resolve(true) };
      this.waiters.add(waiter);
      timer = setTimeout(() => resolve(false), timeout);
      this.lookSoon(0);
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
    for (const tell of this.subscribers) tell({ id, version });
  }

  private peopleChanged(): void {
    for (const tell of this.peopleWatchers) tell();
  }

  private connected(): void {
    this.peopleChanged();
    if (this.connectedBefore) for (const tell of this.subscribers) tell('reset');
    this.connectedBefore = true;
  }

  private reach(id: string, version: number): void {
    for (const waiter of this.waiters) if (waiter.id === id && waiter.version <= version) waiter.reached();
  }

  private lookSoon(millis: number): void {
    this.looking ??= setTimeout(() => void this.look(), millis);
  }

  private async look(): Promise<void> {
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
      // The database is away for a moment; whoever waits is answered by the timeout.
    }
    this.looking = undefined;
    if (this.waiters.size > 0) this.lookSoon(LOOK_AGAIN);
  }
}
