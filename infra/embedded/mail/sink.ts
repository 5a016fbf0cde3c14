import { once } from 'node:events';
import type { AddressInfo, Server } from 'node:net';
import { buffer } from 'node:stream/consumers';
import { SMTPServer } from 'smtp-server';
import { Mailbox } from './mailbox.js';
import { mailReader } from './reader.js';

const HOST = '127.0.0.1';
const MAX_MAIL_BYTES = 10_000_000;

export interface MailSink {
  readonly smtpUrl: string;
  /** The web page that shows the mails. */
  readonly readUrl: string;
  readonly mailbox: Mailbox;
  close(): Promise<void>;
}

/** Accepts every mail, forwards none, and stores it in a folder. @param options  port 0: any free one. */
export async function startMailSink(options: {
  readonly smtpPort: number;
  readonly readPort: number;
  readonly folder: string;
}): Promise<MailSink> {
  const mailbox = new Mailbox(options.folder);
  const smtp = smtpServer(mailbox);
  const reader = mailReader(mailbox);
  const smtpPort = await portOnceListening(smtp.listen(options.smtpPort, HOST));
  smtp.on('error', (error) => console.error(error.message));
  const readPort = await portOnceListening(reader.listen(options.readPort, HOST));
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
    size: MAX_MAIL_BYTES,
    closeTimeout: 1_000,
    onData(stream, _session, done) {
      buffer(stream)
        .then(async (bytes) => {
          if (stream.sizeExceeded) throw Object.assign(new Error('too large'), { responseCode: 552 });
          return mailbox.store(bytes);
        })
        .then(
          (id) => done(null, `kept as ${id}`),
          (error: Error) => done(error),
        );
    },
  });
}

/** The port of a server, once it listens. */
async function portOnceListening(server: Server): Promise<number> {
  await once(server, 'listening');
  return (server.address() as AddressInfo).port;
}
