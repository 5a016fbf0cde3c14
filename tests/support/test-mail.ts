import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import type { StoredMail } from '#infra/embedded/mail/mailbox.js';
import { startMailSink } from '#infra/embedded/mail/sink.js';
import type { MailSink } from '#infra/embedded/mail/sink.js';
import { until } from '#infra/up/shared/wait.js';

export interface TestMail extends MailSink {
  readonly folder: string;
  /** Waits until there are at least so many mails; returns all of them, oldest first. */
  waitForMails(atLeast: number): Promise<readonly StoredMail[]>;
}

/** The embedded mail sink in this process, with its own folder, which `close` removes. */
export async function startTestMail(): Promise<TestMail> {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'stafett-mail-'));
  const sink = await startMailSink({ smtpPort: 0, readPort: 0, folder });
  const { mailbox } = sink;
  return {
    ...sink,
    folder,
    async waitForMails(atLeast) {
      const summaries = await until(
        async () => {
          const found = await mailbox.list(1_000);
          if (found.length < atLeast) throw new Error(`${found.length} of ${atLeast} mails`);
          return found;
        },
        { withinMs: 10_000, everyMs: 20 },
      );
      const read = await Promise.all(summaries.map(({ id }) => mailbox.read(id)));
      return read.flatMap((mail) => mail ?? []).reverse();
    },
    async close() {
      await sink.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
