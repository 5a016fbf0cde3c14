import { once } from 'node:events';
import type { AddressInfo, Server } from 'node:net';
import { buffer } from 'node:stream/consumers';
import { SMTPServer } from 'smtp-server';
import { Mailbox } from './mailbox.js';
import { mailReader } from './reader.js';

const HOST = '127.0.0.1';
const LARGEST = 10_000_000;

export interface MailSink {
  readonly smtpUrl: string;
  /** Where people read what came in. */
  readonly readUrl: string;
  readonly mailbox: Mailbox;
  close(): Promise<void>;
}

/** Takes every mail, sends none on, and keeps it in a folder. @param terms ports; 0 is any free one. */
export async function startMailSink(terms: {
  readonly smtpPort: number;
  readonly readPort: number;
  readonly folder: string;
}): Promise<MailSink> {
  const mailbox = new Mailbox(terms.folder);
  const smtp = smtpServer(mailbox);
  const reader = mailReader(mailbox);
  const smtpPort = await listening(smtp.listen(terms.smtpPort, HOST));
  smtp.on('error', (error) => console.error(error.message));
  const readPort = await listening(reader.listen(terms.readPort, HOST));
  return {
    smtpUrl: `smtp://${HOST}:${smtpPort}`,
    readUrl: `http://${HOST}:${readPort}/`,
    mailbox,
    async close() {
      reader.closeAllConnections();
      await Promise.all([
        new Promise<void>((resolve) => smtp.close(resolve)),
        new Promise<void>((resolve) => reader.close(() => resolve())),
      ]);
    },
  };
}

function smtpServer(mailbox: Mailbox): SMTPServer {
  return new SMTPServer({
    disabledCommands: ['AUTH', 'STARTTLS'],
    disableReverseLookup: true,
    size: LARGEST,
    closeTimeout: 1_000,
    onData(stream, _session, done) {
      buffer(stream)
        .then(async (bytes) => {
          if (stream.sizeExceeded) throw Object.assign(new Error('too large'), { responseCode: 552 });
          return mailbox.keep(bytes);
        })
        .then(
          (id) => done(null, `kept as ${id}`),
          (error: Error) => done(error),
        );
    },
  });
}

/** @returns the port, once it listens. */
async function listening(server: Server): Promise<number> {
  await once(server, 'listening');
  return (server.address() as AddressInfo).port;
}
