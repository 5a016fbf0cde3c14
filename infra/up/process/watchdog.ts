import { pause } from '../shared/wait.js';

/** How a program shows that it does not only exist, but goes on: by an address that answers, or by beats to its parent. */
export interface Liveness {
  /** Address that answers 2xx. Without one the program sends its parent a message (`beat-to-parent.ts`) as often. */
  readonly url?: string;
  /** Time between two questions, and what each answer may take. */
  readonly everyMs: number;
  /** Questions in a row without an answer after which it is started again; before its first answer four times as many. */
  readonly silences: number;
}

/**
 * Asks until too many questions in a row have had no answer. Counts questions, not time: a computer that slept has not
 * been asked in vain.
 * @param hasBeaten  whether a beat has come since the last call.
 * @returns why the program counts as hanging; undefined when `signal` aborts first.
 */
export async function untilSilent(
  { url, everyMs, silences }: Liveness,
  hasBeaten: () => boolean,
  signal: AbortSignal,
): Promise<string | undefined> {
  let hasAnswered = false;
  for (let unanswered = 0; unanswered < (hasAnswered ? silences : 4 * silences);) {
    await pause(everyMs, signal);
    if (signal.aborted) return undefined;
    const answers = url === undefined ? hasBeaten() : await answersAt(url, everyMs, signal);
    unanswered = answers ? 0 : unanswered + 1;
    hasAnswered ||= answers;
  }
  return `no sign of life, asked ${silences} times`;
}

async function answersAt(url: string, withinMs: number, signal: AbortSignal): Promise<boolean> {
  try {
    const answer = await fetch(url, { signal: AbortSignal.any([signal, AbortSignal.timeout(withinMs)]) });
    return answer.ok;
  } catch {
    // Refused, reset or too late: no answer, whatever the reason.
    return false;
  }
}
