import type { LocalDate } from '../time.js';
import { isSupportedDate } from './supported-years.js';

/**
 * The same function, which computes its value only once for each of the 73,414 supported days. Counting a deadline asks
 * the same of hundreds of days, and every proposed step counts every deadline of the case.
 */
export function rememberByDay<T>(compute: (date: LocalDate) => T): (date: LocalDate) => T {
  const known = new Map<LocalDate, T>();
  return (date) => {
    const value = known.get(date);
    if (value !== undefined || known.has(date)) return value as T;
    const computed = compute(date);
    if (isSupportedDate(date)) known.set(date, computed);
    return computed;
  };
}
