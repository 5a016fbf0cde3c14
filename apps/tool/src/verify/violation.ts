import type { Run } from '#engine/engine.js';
import type { CaseFile } from '../cases/case-file.js';

/** Something that must never be. */
export interface Violation {
  readonly caseId: string;
  readonly number: string | null;
  readonly check: string;
  readonly wrong: string;
}

/** One thing that must hold, looked at case by case in what Postgres has. */
export interface Check {
  /** What is wrong when it does not hold, in a word or two. */
  readonly name: string;
  /** A sentence for each breach. */
  readonly find: (file: CaseFile) => readonly string[];
}

/** One thing that must hold between a case and its workflow. */
export interface RunCheck {
  readonly name: string;
  /**
   * @param run  the newest run of the case, null when there is none.
   * @param toBeStarted  the relay may still be about to start it.
   */
  readonly find: (file: CaseFile, run: Run | null, toBeStarted: boolean) => string | null;
}

export function lineOf({ number, caseId, check, wrong }: Violation): string {
  return `${number ?? 'no number'} ${caseId}: ${check}: ${wrong}`;
}
