import type { Label } from '#domain/process/process-document.js';
import type { UserId } from '#domain/model/case.js';
import type { Refusal } from '#domain/model/refusal.js';
import type { Holding } from './holding.js';

/** The result of transferring one holding, or in a dry run the expected result. */
export interface TransferResult {
  readonly holding: Holding;
  /** Who takes it over; null for nobody. */
  readonly to: UserId | null;
  readonly outcome: 'WOULD' | 'DONE' | 'REFUSED' | 'UNKNOWN' | 'WAITING';
  readonly refusal?: Refusal;
  /** What it leads to. */
  readonly warning?: Label;
}

export const isTransferred = ({ outcome }: TransferResult): boolean => outcome === 'DONE' || outcome === 'WOULD';
