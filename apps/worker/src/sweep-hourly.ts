import type { DataSource } from 'typeorm';
import type { Logger } from '#platform/logger.js';
import { sweepTexts } from '#store/cases/texts/sweep-texts.js';
import { sweepRequestAnswers } from '#store/db/request-answers.js';

const INTERVAL_MS = 3_600_000;

/**
 * Deletes texts that no event refers to and answers that no client asks for any more, once per hour of wall time. Several
 * workers may do so concurrently.
 */
export function sweepHourly(dataSource: DataSource, log: Logger, signal: AbortSignal): void {
  const sweep = async (): Promise<void> => {
    const texts = await sweepTexts(dataSource.manager);
    const answers = await sweepRequestAnswers(dataSource.manager);
    if (texts + answers > 0) log.info({ texts, answers }, 'texts without an event and old answers were swept');
  };
  const timer = setInterval(() => {
    sweep().catch((error: unknown) => log.warn({ err: error }, 'the sweep did not work; the next one tries again'));
  }, INTERVAL_MS);
  signal.addEventListener('abort', () => clearInterval(timer), { once: true });
}
