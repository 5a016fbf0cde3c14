import { createReadStream } from 'node:fs';
import { connect } from 'node:net';
import type { Socket } from 'node:net';
import { once } from 'node:events';
import { text } from 'node:stream/consumers';

export interface VirusScanner {
  /** Whether something harmful is in the file. @throws ScannerUnavailable */
  isInfected(path: string): Promise<boolean>;
}

/** The scanner gives no answer, or says that it cannot. Nothing is known of the file. */
export class ScannerUnavailable extends Error {
  override readonly name = 'ScannerUnavailable';
}

const SILENCE_MS = 60_000;

/** ClamAV's daemon, by its command INSTREAM: lengths and pieces, then a length of 0. */
export class ClamAv implements VirusScanner {
  /** @param address  `host:port` */
  constructor(private readonly address: string) {}

  async isInfected(path: string): Promise<boolean> {
    const answer = await this.ask(path);
    if (/^stream: OK\0?$/.test(answer)) return false;
    if (/^stream: .+ FOUND\0?$/.test(answer)) return true;
    throw new ScannerUnavailable(`the virus scanner answers: ${answer.slice(0, 200)}`);
  }

  private async ask(path: string): Promise<string> {
    const [, host = '', port = ''] = /^(.*):(\d+)$/.exec(this.address) ?? [];
    const socket = connect({ host, port: Number(port) });
    socket.setTimeout(SILENCE_MS, () => socket.destroy(new Error('no answer')));
    try {
      const answer = text(socket);
      await Promise.race([sent(socket, path), answer]);
      return await answer;
    } catch (error) {
      throw new ScannerUnavailable(`the virus scanner does not answer: ${String(error)}`);
    } finally {
      socket.destroy();
    }
  }
}

async function sent(socket: Socket, path: string): Promise<void> {
  await once(socket, 'connect');
  socket.write('zINSTREAM\0');
  for await (const piece of createReadStream(path) as AsyncIterable<Buffer>) {
    const length = Buffer.alloc(4);
    length.writeUInt32BE(piece.length);
    socket.write(length);
    // An answer may come before the end, as for a stream that is too long for it.
    if (!socket.write(piece)) await once(socket, 'drain');
  }
  socket.write(Buffer.alloc(4));
}
