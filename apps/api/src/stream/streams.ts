import { Injectable } from '@nestjs/common';
import type { BeforeApplicationShutdown, OnApplicationBootstrap } from '@nestjs/common';
import { readersOf } from '#read-model/queries/find-case.js';
import { Database } from '../parts/database.js';
import { CaseVersions } from '../parts/versions.js';

const BEAT_MS = 15_000;

/** A browser that listens. */
export interface OpenStream {
  /** What the person may read; see domain/policy/read.ts. */
  readonly tokens: ReadonlySet<string>;
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
    this.beat = setInterval(() => this.toAll(': beat\n\n'), BEAT_MS).unref();
  }

  beforeApplicationShutdown(): void {
    clearInterval(this.beat);
    for (const stream of this.listening) stream.end();
    this.listening.clear();
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
