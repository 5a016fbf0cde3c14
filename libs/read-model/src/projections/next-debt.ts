import type { Case } from '#domain/case/case.js';
import type { Instant } from '#domain/time.js';

/** When the next thing that somebody owes is due, a broken promise included as long as it is still owed. */
export function nextDebtAt(state: Case): Instant | null {
  let earliest: Instant | null = null;
  for (const { nature, state: now, metAt, dueAt } of state.deadlines) {
    if (nature !== 'DEBT' || metAt !== undefined || (now !== 'OPEN' && now !== 'BREACHED')) continue;
    if (earliest === null || dueAt < earliest) earliest = dueAt;
  }
  return earliest;
}
