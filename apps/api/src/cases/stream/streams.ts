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

const BEAT_MS = 15_000;

/** A browser that listens. */
export interface OpenStream {
  readonly person: UserId;
  /** What the person may read, as of the last beat; see domain/policy/read.ts. */
  tokens: ReadonlySet<string>;
  /** What lets the browser listen, a session's hash or a token's id: when it ends, so does the stream. */
  readonly session?: string;
  readonly token?: string;
  write(text: string): void;
  end(): void;
}

/** Passes notices on to the browsers that may see the case. */
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
    this.beat = setInterval(() => void this.onBeat(), BEAT_MS).unref();
  }

  beforeApplicationShutdown(): void {
    clearInterval(this.beat);
    for (const stream of this.listening) stream.end();
    this.listening.clear();
  }

  /**
   * Ends the streams whose session or token has ended, and finds out what the others may read by now, with one query
   * each for all; while nobody can tell, they stay as they are.
   */
  async onBeat(): Promise<void> {
    if (this.listening.size === 0) return;
    const open = [...this.listening];
    const keys = (of: (stream: OpenStream) => string | undefined) => open.map(of).filter((key) => key !== undefined);
    const idleMinutes = this.settings.config.STAFETT_SESSION_IDLE_MINUTES;
    const asked = { sessions: keys(({ session }) => session), tokens: keys(({ token }) => token), idleMinutes };
    const live = await this.live(asked).catch(() => null);
    for (const stream of open) if (live && !live.has(stream.session ?? stream.token ?? '')) this.over(stream);
    const readable = await this.readable(open.map(({ person }) => person)).catch(() => null);
    for (const stream of open) stream.tokens = readable?.get(stream.person) ?? stream.tokens;
    this.toAll(': beat\n\n');
  }

  private async live(asked: Parameters<typeof stillLive>[1]): Promise<ReadonlySet<string>> {
    return stillLive(this.database.manager, asked);
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
    // Who cannot be told has to read again: better than never hearing of it.
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
