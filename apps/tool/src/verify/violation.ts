import type { WorkflowRun } from '#engine/engine.js';
import type { CaseFile } from '#store/cases/inspect/case-file.js';

/** A defect of one case. */
export interface Violation {
  readonly caseId: string;
  readonly number: string | null;
  readonly check: string;
  readonly finding: string;
}

/** One invariant, checked for each case on its rows in Postgres. */
export interface CaseCheck {
  /** Names the defect in a word or two. */
  readonly name: string;
  /** A sentence for each violation. */
  readonly find: (caseFile: CaseFile) => readonly string[];
}

/** What a check knows of a case's workflow. */
export interface CheckedRun extends WorkflowRun {
  /** Why it cannot be the one that writes the case; null when it can, or does not run. */
  readonly disagreement: string | null;
}

/** One invariant between a case and its workflow. */
export interface WorkflowCheck {
  readonly name: string;
  /**
   * @param run  the latest run of the case; null when it has none.
   * @param toBeStarted  true when the relay may not have started the case yet.
   */
  readonly find: (caseFile: CaseFile, run: CheckedRun | null, toBeStarted: boolean) => string | null;
}

export function formatViolation({ number, caseId, check, finding }: Violation): string {
  return `${number ?? 'no number'} ${caseId}: ${check}: ${finding}`;
}
