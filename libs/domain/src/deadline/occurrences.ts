import { osloDateOf } from '../calendar/oslo.js';
import type { Case } from '../case/case.js';
import type { MarkKey } from '../process/core.js';
import type { Instant, LocalDate } from '../time.js';

/** One time that a mark was made: a structural mark of the case, or a fact as it stands after corrections. */
export interface Occurrence {
  readonly key: MarkKey;
  readonly seq: number;
  readonly at: Instant;
  readonly on: LocalDate;
  readonly about?: string;
  readonly data: Readonly<Record<string, unknown>>;
}

const NO_DATA = {};

/** All occurrences of the keys, earliest first (by `at`, then seq). Retracted facts are gone. */
export function occurrences(state: Case, keys: readonly MarkKey[]): readonly Occurrence[] {
  const marks = state.marks
    .filter((mark) => keys.includes(mark.key))
    .map((mark) => ({ ...mark, on: osloDateOf(mark.at), data: NO_DATA }));
  const facts = state.facts
    .filter((fact) => !fact.retracted && keys.includes(`fact:${fact.fact}`))
    .map(({ fact, seq, at, on, data }) => ({ key: `fact:${fact}`, seq, at, on, data }));
  return [...marks, ...facts].sort((a, b) => (a.at === b.at ? a.seq - b.seq : a.at < b.at ? -1 : 1));
}

/** Whether `later` answers `basis`: about the same thing, and on its day or after; the same key only strictly after. */
export function follows(later: Occurrence, basis: Occurrence): boolean {
  if (basis.about !== undefined && later.about !== undefined && later.about !== basis.about) return false;
  if (later.seq === basis.seq) return false;
  if (later.key === basis.key) return later.at === basis.at ? later.seq > basis.seq : later.at > basis.at;
  const structural = !later.key.startsWith('fact:') && !basis.key.startsWith('fact:');
  return structural ? later.seq > basis.seq : later.on >= basis.on;
}
