import { createServer } from 'node:net';
import type { AddressInfo, Socket } from 'node:net';

/** What the test files of the makers of virus scanners hold: harmless, and found by each of them. */
export const EICAR = ['X5O!P%@AP[4\\PZX54(P^)7CC)7}$', 'EICAR-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*'].join('');

/** A server that speaks ClamAV's INSTREAM and finds EICAR's text: the real one needs a list of viruses from the internet. */
export interface TestClamAv {
  readonly address: string;
  /** What it has been sent, by stream. */
  readonly streams: Buffer[];
  /** What it answers in place of what it finds. */
  answer: string | undefined;
  close(): Promise<void>;
}

export async function startTestClamAv(): Promise<TestClamAv> {
  const streams: Buffer[] = [];
  const sockets = new Set<Socket>();
  const scanner = { answer: undefined as string | undefined };
  const server = createServer((socket) => {
    sockets.add(socket);
    let bytes = Buffer.alloc(0);
    socket.on('data', (chunk) => {
      bytes = Buffer.concat([bytes, chunk]);
      const content = contentIn(bytes);
      if (!content) return;
      streams.push(content);
      const found = content.includes(EICAR) ? 'stream: Eicar-Test-Signature FOUND' : 'stream: OK';
      socket.end(`${scanner.answer ?? found}\0`);
    });
    socket.on('error', () => undefined).on('close', () => sockets.delete(socket));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = `127.0.0.1:${(server.address() as AddressInfo).port}`;
  return Object.assign(scanner, {
    address,
    streams,
    async close() {
      for (const socket of sockets) socket.destroy();
      await new Promise((resolve) => server.close(resolve));
    },
  });
}

const COMMAND = 'zINSTREAM\0';

/** The content, once the length of 0 that ends it has come. */
function contentIn(bytes: Buffer): Buffer | undefined {
  if (bytes.toString('latin1', 0, COMMAND.length) !== COMMAND) return undefined;
  const pieces: Buffer[] = [];
  for (let at = COMMAND.length; at + 4 <= bytes.length;) {
    const length = bytes.readUInt32BE(at);
    if (length === 0) return Buffer.concat(pieces);
    pieces.push(bytes.subarray(at + 4, at + 4 + length));
    at += 4 + length;
  }
  return undefined;
}
