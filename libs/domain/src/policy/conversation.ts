import { refuse } from '../model/refusal.js';
import { POLICY } from './access-policy.js';
import { isReadOnlyActor, visibleAspects } from './read-access.js';
import { representsEntrepreneur } from './permits.js';
import type { Case } from '../model/case.js';
import type { Actor } from '../model/command.js';
import type { Refusal } from '../model/refusal.js';
import type { Aspect } from '../process/process-document.js';
import type { AccessRule } from './access-policy.js';

/** Who sees a row that people have written: the municipality alone, or the entrepreneur too. */
export const VISIBILITIES = ['INTERNAL', 'SHARED'] as const;
export type Visibility = (typeof VISIBILITIES)[number];

/** The two who write to each other. */
export const MESSAGE_SIDES = ['STAFF', 'ENTREPRENEUR'] as const;
export type MessageSide = (typeof MESSAGE_SIDES)[number];

/** The rows that a reader with these aspects sees. */
export const visibilitiesFor = (reads: ReadonlySet<Aspect>): readonly Visibility[] => [
  ...(reads.has('internal') ? (['INTERNAL'] as const) : []),
  ...(reads.has('shared') ? (['SHARED'] as const) : []),
];

/** For whom the person writes in this case; null for a reader who may not write, and for an invited partner. */
export function sideOf(state: Case, actor: Actor, policy: readonly AccessRule[] = POLICY): MessageSide | null {
  if (isReadOnlyActor(state, actor, policy)) return null;
  const reads = visibleAspects(state, actor, policy);
  if (reads.has('internal')) return 'STAFF';
  return reads.has('shared') && representsEntrepreneur(state, actor) ? 'ENTREPRENEUR' : null;
}

/** A closed case takes no message: nobody would answer it. What was written stays to be read. */
export const takesMessages = ({ closedAt }: Case): boolean => closedAt === undefined;

/** Notes are written by the municipality alone. */
export function refuseNote(state: Case, actor: Actor, policy: readonly AccessRule[] = POLICY): Refusal | null {
  if (sideOf(state, actor, policy) === 'STAFF') return null;
  return refuse('forbidden', {
    nb: 'Bare de som arbeider med saken i kommunen, kan skrive notater.',
    en: 'Only those who work on the case in the municipality may write notes.',
  });
}

/** The two sides write messages, and say that they have read them. Whether the case is open is asked apart from this. */
export function refuseMessage(state: Case, actor: Actor, policy: readonly AccessRule[] = POLICY): Refusal | null {
  if (sideOf(state, actor, policy) !== null) return null;
  return refuse('forbidden', {
    nb: 'Du kan lese saken, men ikke skrive meldinger i den.',
    en: 'You may read the case, but write no messages in it.',
  });
}
