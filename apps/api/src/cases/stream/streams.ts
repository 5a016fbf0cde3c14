import { Injectable } from '@nestjs/common';
import type { BeforeApplicationShutdown, OnApplicationBootstrap } from '@nestjs/common';
import type { UserId } from '#domain/model/case.js';
import { tokensOf } from '#domain/policy/read.js';
import { readersOf } from '#store/cases/lists/find-case.js';
import { callersById, stillLive } from '#store/access/callers.js';
import { Database } from '../../shared/database.js';
import { Installation } from '../../shared/installation.js';
import { People } from '../../shared/people.js';
import { Settings } from '../../shared/settings.js';
import { CaseVersions } from '../../shared/versions.js';
import { actorOf } from '../../shared/caller/actor-of.js';

const HEARTBEAT_MS = 15_000;

/** The event stream of one browser. */
export interface OpenStream {
  readonly person: UserId;
  /** Read tokens of the person as of the last heartbeat; see domain/policy/read.ts. */
  tokens: ReadonlySet<string>;
  /** Hash of the session, or id of the token. The stream ends when the session or token does. */
  readonly session?: string;
  readonly token?: string;
  write(text: string): void;
  end(): void;
}

/** Forwards changes of a case to the browsers that may see it. */
@Injectable()
export class Streams implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly listening = new Set<OpenStream>();
  private beat: NodeJS.Timeout | undefined;

  constructor(
    private readonly versions: CaseVersions,
    private readonly database: Database,
    private readonly settings: Settings,
    private readonly people: People,
    private readonly installation: Installation,
  ) {}

  open(stream: OpenStream): () => void {
    this.listening.add(stream);
    return () => this.listening.delete(stream);
  }

  onApplicationBootstrap(): void {
    this.versions.subscribe((notice) => {
      if (notice === 'reset') this.reset();
      else void this.pass(notice);
    });
    this.beat = setInterval(() => void this.onBeat(), HEARTBEAT_MS).unref();
  }

  beforeApplicationShutdown(): void {
    clearInterval(this.beat);
    for (const stream of this.listening) stream.end();
    this.listening.clear();
  }

  /**
   * Ends the streams whose session or token has ended and refreshes the read tokens of the others, with one query for
   * each step. When the database does not answer, the streams stay as they are.
   */
  async onBeat(): Promise<void> {
    if (this.listening.size === 0) return;
    const open = [...this.listening];
    const keys = (of: (stream: OpenStream) => string | undefined) => open.map(of).filter((key) => key !== undefined);
    const idleMinutes = this.settings.config.STAFETT_SESSION_IDLE_MINUTES;
    const accessKeys = { sessions: keys(({ session }) => session), tokens: keys(({ token }) => token), idleMinutes };
    const live = await this.live(accessKeys).catch(() => null);
    for (const stream of open) if (live && !live.has(stream.session ?? stream.token ?? '')) this.over(stream);
    const readable = await this.readable(open.map(({ person }) => person)).catch(() => null);
    for (const stream of open) stream.tokens = readable?.get(stream.person) ?? stream.tokens;
    this.toAll(': beat\n\n');
  }

  private async live(accessKeys: Parameters<typeof stillLive>[1]): Promise<ReadonlySet<string>> {
    return stillLive(this.database.manager, accessKeys);
  }

  private async readable(ids: readonly UserId[]): Promise<ReadonlyMap<UserId, ReadonlySet<string>>> {
    const rows = await callersById(this.database.manager, { ids, on: await this.installation.today() });
    const directory = await this.people.directory();
    return new Map(rows.map((row) => [row.id, new Set(tokensOf(actorOf(row, directory).actor))]));
  }

  private over(stream: OpenStream): void {
    this.listening.delete(stream);
    stream.end();
  }

  private async pass({ id, version }: { readonly id: string; readonly version: number }): Promise<void> {
    if (this.listening.size === 0) return;
    // When the readers are unknown everybody reloads, which is better than missing the change.
    const readers = await readersOf(this.database.manager, id).catch(() => null);
    if (!readers) return this.reset();
    const text = `id: ${version}\nevent: collaboration\ndata: ${JSON.stringify({ id, version })}\n\n`;
    for (const stream of this.listening) if (readers.some((token) => stream.tokens.has(token))) stream.write(text);
  }

  private reset(): void {
    this.toAll('event: reset\ndata: {}\n\n');
  }

  private toAll(text: string): void {
    for (const stream of this.listening) stream.write(text);
  }
}
