import type { UserId } from '#domain/model/case.js';
import type { No } from '../cases/commands/attempt.js';
import type { Holding } from './holding.js';

/** The result of transferring one holding, or in a dry run the expected result. */
export interface Handed {
  readonly holding: Holding;
  /** Who takes it over; null for nobody. */
  readonly to: UserId | null;
  readonly outcome: 'WOULD' | 'DONE' | 'REFUSED' | 'UNKNOWN' | 'WAITING';
  readonly no?: No;
}

export const isHandedOver = ({ outcome }: Handed): boolean => outcome === 'DONE' || outcome === 'WOULD';
