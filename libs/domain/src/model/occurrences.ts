import { osloDateOf } from '../calendar/oslo-time.js';
import type { About, Case } from './case.js';
import type { MarkKey } from '../process/process-document.js';
import type { Instant, LocalDate } from '../time.js';

/** One occurrence of a mark key: a structural mark of the case, or a fact as it stands after corrections. */
export interface Occurrence {
  readonly key: MarkKey;
  readonly seq: number;
  readonly at: Instant;
  readonly on: LocalDate;
  readonly about?: About;
  readonly data: Readonly<Record<string, unknown>>;
  /** By field: the day on which it was last given another value. */
  readonly changedOn?: Readonly<Record<string, LocalDate>>;
}

const NO_DATA = {};

/** All occurrences of the keys, earliest first (by `at`, then seq), without retracted facts. */
export function occurrences(state: Case, keys: readonly MarkKey[]): readonly Occurrence[] {
  const index = indexOf(state);
  const found = keys.map((key) => index.get(key)).filter((list) => list !== undefined);
  return found.length === 1 && found[0] ? found[0] : found.flat().sort(byTime);
}

type OccurrenceIndex = ReadonlyMap<MarkKey, readonly Occurrence[]>;

/**
 * Cached because some seventy rules read the index after every event, and most events change neither marks nor facts.
 */
const indexes = new WeakMap<Case['marks'], { readonly facts: Case['facts']; readonly index: OccurrenceIndex }>();

function indexOf({ marks, facts }: Case): OccurrenceIndex {
  const cached = indexes.get(marks);
  if (cached?.facts === facts) return cached.index;
  const index = new Map<MarkKey, Occurrence[]>();
  const add = (it: Occurrence): void => void (index.get(it.key)?.push(it) ?? index.set(it.key, [it]));
  for (const mark of marks) add({ ...mark, on: mark.on ?? osloDateOf(mark.at), data: mark.dates ?? NO_DATA });
  for (const { fact, seq, at, on, data, changedOn, retracted } of facts)
    if (!retracted) add({ key: `fact:${fact}`, seq, at, on, data, ...aboutOf(data), ...(changedOn && { changedOn }) });
  for (const list of index.values()) list.sort(byTime);
  indexes.set(marks, { facts, index });
  return index;
}

/** A fact about one deadline names it in the field `deadline` (`checks/attributes.ts`). */
const aboutOf = ({ deadline }: Occurrence['data']): Pick<Occurrence, 'about'> =>
  typeof deadline === 'string' ? { about: { kind: 'deadline', id: deadline } } : {};

function byTime(a: Occurrence, b: Occurrence): number {
  return a.at === b.at ? a.seq - b.seq : a.at < b.at ? -1 : 1;
}

/**
 * Whether `later` comes after `basis`: about the same thing, and on its day or later; of the same key only strictly
 * later.
 */
export function follows(later: Occurrence, basis: Occurrence): boolean {
  if (basis.about && later.about && !isSameThing(later.about, basis.about)) return false;
  if (later.seq === basis.seq) return false;
  if (later.key === basis.key) return later.at === basis.at ? later.seq > basis.seq : later.at > basis.at;
  const structural = !later.key.startsWith('fact:') && !basis.key.startsWith('fact:');
  return structural || later.on === basis.on ? later.seq > basis.seq : later.on > basis.on;
}

/** Whether two marks are about the same thing; one about a whole handover is about every receiver of it. */
export function isSameThing(a: About, b: About): boolean {
  return a.kind === b.kind && a.id === b.id && (a.place === b.place || a.place === undefined || b.place === undefined);
}

/** `<id>` or `<id>:<place>`, as instance ids hold it. */
export function keyOfThing({ id, place }: About): string {
  return place === undefined ? id : `${id}:${place}`;
}
