import { EventEmitter } from 'node:events';
import { Injectable } from '@nestjs/common';
import type { OnApplicationBootstrap, OnApplicationShutdown } from '@nestjs/common';
import { Listener } from '#read-model/listener.js';
import { CASE_CHANNEL } from '#read-model/projections/announce.js';
import { Settings } from '../parts/settings.js';

/** A case has reached a version. */
export interface Notice {
  readonly id: string;
  readonly version: number;
}

/** The one LISTEN connection of this process: waiting commands and browsers' streams share it. */
@Injectable()
export class Notices implements OnApplicationBootstrap, OnApplicationShutdown {
  private readonly emitter = new EventEmitter().setMaxListeners(0);
  private readonly listener: Listener;
  private wasConnected = false;

  constructor({ config }: Settings) {
    const url = config.DATABASE_LISTEN_URL ?? config.DATABASE_URL;
    this.listener = new Listener(url, [CASE_CHANNEL], {
      heard: (_channel, payload) => this.heard(payload),
      connected: () => this.connected(),
    });
  }

  onNotice(tell: (notice: Notice) => void): () => void {
    this.emitter.on('notice', tell);
    return () => this.emitter.off('notice', tell);
  }

  /** Notices may have been missed. */
  onGap(tell: () => void): () => void {
    this.emitter.on('gap', tell);
    return () => this.emitter.off('gap', tell);
  }

  onApplicationBootstrap(): void {
    void this.listener.open();
  }

  async onApplicationShutdown(): Promise<void> {
    await this.listener.close();
  }

  private heard(payload: string): void {
    const [id, version] = payload.split(':');
    if (id && version) this.emitter.emit('notice', { id, version: Number(version) } satisfies Notice);
  }

  private connected(): void {
    if (this.wasConnected) this.emitter.emit('gap');
    this.wasConnected = true;
  }
}
