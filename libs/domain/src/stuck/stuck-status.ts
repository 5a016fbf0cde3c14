import { stuckCausesOf } from './stuck-causes.js';
import type { Case } from '../model/case.js';
import type { ProcessCore } from '../process/process-document.js';
import type { Instant } from '../time.js';
import type { StuckCause } from './stuck-causes.js';

export interface StuckStatus {
  readonly isStuck: boolean;
  /** First what would move the case. */
  readonly causes: readonly StuckCause[];
  /** What is overdue, and has not yet lasted long enough to make the case stuck. */
  readonly warnings: readonly StuckCause[];
}

/** What makes a case stuck, or will if nothing happens. It follows from the case alone, so lists keep it in the case's row. */
export interface StuckCauses {
  /** First what would move the case. */
  readonly causes: readonly StuckCause[];
}

export function stuckStatus(core: ProcessCore, state: Case, now: Instant): StuckStatus {
  return stuckStatusOn(stuckCauses(core, state), now);
}

/** A closed or suspended case is not stuck. */
export function stuckCauses(core: ProcessCore, state: Case): StuckCauses {
  return { causes: state.state === 'OPEN' ? stuckCausesOf(core, state) : [] };
}

export function stuckStatusOn({ causes: all }: StuckCauses, now: Instant): StuckStatus {
  const causes = all.filter(({ stuckFrom }) => stuckFrom <= now);
  const warnings = all.filter(
    ({ overdueFrom, stuckFrom }) => overdueFrom !== undefined && overdueFrom <= now && stuckFrom > now,
  );
  return { isStuck: causes.length > 0, causes, warnings };
}

/**
 * The instant from which the case is stuck if nothing more happens; null when no cause can arise. Lists compare it with
 * now.
 */
export const stuckAt = ({ causes }: StuckCauses): Instant | null => earliest(causes);

/** The same for one of its handovers. */
export const handoverStuckAt = ({ causes }: StuckCauses, handover: string): Instant | null =>
  earliest(causes.filter((it) => it.handover === handover));

const earliest = (causes: readonly StuckCause[]): Instant | null =>
  causes.map(({ stuckFrom }) => stuckFrom).sort()[0] ?? null;
