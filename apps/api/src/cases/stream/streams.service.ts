import { Injectable } from '@nestjs/common';
import type { BeforeApplicationShutdown, OnApplicationBootstrap } from '@nestjs/common';
import type { UserId } from '#domain/model/case.js';
import { readTokensOf } from '#domain/policy/read-access.js';
import { readTokensOfCase } from '#store/cases/lists/find-case.js';
import { callersById, liveSessionsAndTokens } from '#store/access/callers.js';
import { DatabaseService } from '../../shared/database.service.js';
import { InstallationClockService } from '../../shared/installation-clock.service.js';
import { DirectoryService } from '../../shared/directory.service.js';
import { SettingsService } from '../../shared/settings.service.js';
import { CaseVersionsService } from '../../shared/case-versions.service.js';
import { refusedWith } from '../../shared/refused.js';
import { callerFromRow } from '../../shared/caller/callers.service.js';

/** Open at once for one session or token, in one api process: a browser has one a tab. */
export const MAX_STREAMS = 10;

const HEARTBEAT_MS = 15_000;

/** The event stream of one browser. */
export interface OpenStream {
  readonly person: UserId;
  /** Read tokens of the person as of the last heartbeat; see domain/policy/read-access.ts. */
  readTokens: ReadonlySet<string>;
  /** Hash of the session, or id of the token. The stream ends when the session or token does. */
  readonly sessionHash?: string;
  readonly tokenId?: string;
  write(text: string): void;
  end(): void;
}

/** Forwards changes of a case to the browsers that may see it. */
@Injectable()
export class StreamsService implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly streams = new Set<OpenStream>();
  private heartbeat: NodeJS.Timeout | undefined;

  constructor(
    private readonly versions: CaseVersionsService,
    private readonly database: DatabaseService,
    private readonly settings: SettingsService,
    private readonly people: DirectoryService,
    private readonly installation: InstallationClockService,
  ) {}

  /** @throws HttpRefusal 429 `slow-down` when the session or token has as many streams as it may. */
  requireRoom(key: string): void {
    const open = [...this.streams].filter((it) => keyOf(it) === key).length;
    if (open < MAX_STREAMS) return;
    throw refusedWith('slow-down', {
      nb: `Du har alt ${MAX_STREAMS} strømmer åpne. Lukk en først.`,
      en: `You already have ${MAX_STREAMS} streams open. Close one first.`,
    });
  }

  open(stream: OpenStream): () => void {
    this.streams.add(stream);
    return () => this.streams.delete(stream);
  }

  onApplicationBootstrap(): void {
    this.versions.subscribe((notice) => {
      if (notice === 'reset') this.reset();
      else void this.forward(notice);
    });
    this.heartbeat = setInterval(() => void this.onHeartbeat(), HEARTBEAT_MS).unref();
  }

  beforeApplicationShutdown(): void {
    clearInterval(this.heartbeat);
    for (const stream of this.streams) stream.end();
    this.streams.clear();
  }

  /**
   * Ends the streams whose session or token has ended and refreshes the read tokens of the others, with one query for
   * each step. When the database does not answer, the streams stay as they are.
   */
  async onHeartbeat(): Promise<void> {
    if (this.streams.size === 0) return;
    const open = [...this.streams];
    const keys = (of: (stream: OpenStream) => string | undefined) => open.map(of).filter((key) => key !== undefined);
    const idleMinutes = this.settings.config.STAFETT_SESSION_IDLE_MINUTES;
    const accessKeys = {
      sessions: keys(({ sessionHash }) => sessionHash),
      tokens: keys(({ tokenId }) => tokenId),
      idleMinutes,
    };
    const live = await this.liveAccessKeys(accessKeys).catch(() => null);
    for (const stream of open) if (live && !live.has(keyOf(stream))) this.close(stream);
    const readable = await this.readTokensByPerson(open.map(({ person }) => person)).catch(() => null);
    for (const stream of open) stream.readTokens = readable?.get(stream.person) ?? stream.readTokens;
    this.broadcast(': beat\n\n');
  }

  private async liveAccessKeys(accessKeys: Parameters<typeof liveSessionsAndTokens>[1]): Promise<ReadonlySet<string>> {
    return liveSessionsAndTokens(this.database.manager, accessKeys);
  }

  private async readTokensByPerson(ids: readonly UserId[]): Promise<ReadonlyMap<UserId, ReadonlySet<string>>> {
    const on = await this.installation.today();
    const rows = await callersById(this.database.manager, { ids, on });
    const directory = await this.people.directory();
    return new Map(rows.map((row) => [row.id, new Set(readTokensOf(callerFromRow(row, directory, on).actor))]));
  }

  private close(stream: OpenStream): void {
    this.streams.delete(stream);
    stream.end();
  }

  private async forward({ id, version }: { readonly id: string; readonly version: number }): Promise<void> {
    if (this.streams.size === 0) return;
    // When they are unknown every client reloads, which is better than missing the change.
    const accepted = await readTokensOfCase(this.database.manager, id).catch(() => null);
    if (!accepted) return this.reset();
    const text = `id: ${version}\nevent: collaboration\ndata: ${JSON.stringify({ id, version })}\n\n`;
    for (const stream of this.streams) if (accepted.some((token) => stream.readTokens.has(token))) stream.write(text);
  }

  private reset(): void {
    this.broadcast('event: reset\ndata: {}\n\n');
  }

  private broadcast(text: string): void {
    for (const stream of this.streams) stream.write(text);
  }
}

const keyOf = ({ sessionHash, tokenId }: OpenStream): string => sessionHash ?? tokenId ?? '';
