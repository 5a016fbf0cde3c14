import { startMailSink } from './sink.js';

/** Entry point of the mail sink. Arguments: SMTP port, port of the web page, folder. Exits with 0 on SIGTERM or SIGINT. */
async function main([smtpPort, readPort, folder]: readonly string[]): Promise<void> {
  if (folder === undefined) throw new Error('usage: mail-sink-process.js SMTP_PORT READ_PORT FOLDER');
  const sink = await startMailSink({ smtpPort: Number(smtpPort), readPort: Number(readPort), folder });
  console.log(`${sink.smtpUrl} read at ${sink.readUrl}`);
  for (const signal of ['SIGTERM', 'SIGINT'] as const) {
    process.once(signal, () => void sink.close().then(() => process.exit(0)));
  }
}

main(process.argv.slice(2)).catch((error: unknown) => {
  console.error(error);
  process.exit(1);
});
