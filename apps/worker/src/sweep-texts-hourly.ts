import type { DataSource } from 'typeorm';
import type { Logger } from '#platform/logger.js';
import { sweepTexts } from '#store/cases/texts/sweep-texts.js';

const INTERVAL_MS = 3_600_000;

/** Deletes stored texts that no event refers to, once per hour of wall time. Several workers may do so concurrently. */
export function sweepTextsHourly(dataSource: DataSource, log: Logger, signal: AbortSignal): void {
  const timer = setInterval(() => {
    sweepTexts(dataSource.manager).then(
      (removed) => removed > 0 && log.info({ removed }, 'words without an event were swept'),
      (error: unknown) => log.warn({ err: error }, 'the sweep did not work; the next one tries again'),
    );
  }, INTERVAL_MS);
  signal.addEventListener('abort', () => clearInterval(timer), { once: true });
}
