import type { DataSource } from 'typeorm';
import type { Logger } from '#platform/log.js';
import { sweepTexts } from '#store/cases/texts/sweep-texts.js';

const EVERY = 3_600_000;

/** Once an hour of wall time, removes what nobody will ask for again. Harmless when several workers do it. */
export function sweepHourly(dataSource: DataSource, log: Logger, signal: AbortSignal): void {
  const timer = setInterval(() => {
    sweepTexts(dataSource.manager).then(
      (removed) => removed > 0 && log.info({ removed }, 'words without an event were swept'),
      (error: unknown) => log.warn({ err: error }, 'the sweep did not work; the next one tries again'),
    );
  }, EVERY);
  signal.addEventListener('abort', () => clearInterval(timer), { once: true });
}
