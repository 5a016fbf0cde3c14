import { osloDateOf } from '../calendar/oslo.js';
import type { Case } from './case.js';
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
  const index = indexOf(state);
  const found = keys.map((key) => index.get(key)).filter((list) => list !== undefined);
  return found.length === 1 && found[0] ? found[0] : found.flat().sort(byTime);
}

type Index = ReadonlyMap<MarkKey, readonly Occurrence[]>;

/** Seventy rules ask about the same marks and facts, and most events change neither: the index lives as long as both do. */
const indexes = new WeakMap<Case['marks'], { readonly facts: Case['facts']; readonly index: Index }>();

function indexOf({ marks, facts }: Case): Index {
  const known = indexes.get(marks);
  if (known?.facts === facts) return known.index;
  const index = new Map<MarkKey, Occurrence[]>();
  const add = (it: Occurrence): void => void (index.get(it.key)?.push(it) ?? index.set(it.key, [it]));
  for (const mark of marks) add({ ...mark, on: osloDateOf(mark.at), data: NO_DATA });
  for (const { fact, seq, at, on, data, retracted } of facts)
    if (!retracted) add({ key: `fact:${fact}`, seq, at, on, data });
  for (const list of index.values()) list.sort(byTime);
  indexes.set(marks, { facts, index });
  return index;
}

function byTime(a: Occurrence, b: Occurrence): number {
  return a.at === b.at ? a.seq - b.seq : a.at < b.at ? -1 : 1;
}

/** Whether `later` answers `basis`: about the same thing, and on its day or after; the same key only strictly after. */
export function follows(later: Occurrence, basis: Occurrence): boolean {
  if (basis.about !== undefined && later.about !== undefined && later.about !== basis.about) return false;
  if (later.seq === basis.seq) return false;
  if (later.key === basis.key) return later.at === basis.at ? later.seq > basis.seq : later.at > basis.at;
  const structural = !later.key.startsWith('fact:') && !basis.key.startsWith('fact:');
  return structural || later.on === basis.on ? later.seq > basis.seq : later.on > basis.on;
}
