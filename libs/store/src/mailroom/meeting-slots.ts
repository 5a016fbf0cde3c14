import { isHers, meetingWith, stepWith } from '#domain/model/meetings.js';
import type { Case, Deadline } from '#domain/model/case.js';
import type { MeetingRef } from '#domain/model/meetings.js';
import type { Slot } from '#domain/process/process-document.js';

/** Whom a meeting is told to: the entrepreneur always, and those of the municipality who take part; never who did it. */
export function meetingSlots(state: Case, id: string, by: string | null): readonly Slot[] {
  const slots = (meetingWith(state, id)?.participants ?? []).flatMap((ref) => slotOf(ref, by));
  return [...new Set<Slot>(['entrepreneur', ...slots])];
}

/** Whom what was agreed is told to: everybody who owes a part of it, and the entrepreneur, who has been promised the rest. */
export function agreedSlots(steps: readonly { readonly owner: MeetingRef }[], by: string | null): readonly Slot[] {
  return [...new Set<Slot>(['entrepreneur', ...steps.flatMap(({ owner }) => slotOf(owner, by))])];
}

/** Whoever was there, and the entrepreneur; never who corrected it. */
export function correctedSlots(state: Case, id: string, by: string | null): readonly Slot[] {
  const slots = (meetingWith(state, id)?.held?.present ?? []).flatMap((ref) => ('unit' in ref ? [] : slotOf(ref, by)));
  return [...new Set<Slot>(['entrepreneur', ...slots])];
}

/** The other side of whoever owed it; where another unit did it, whoever has the case too. */
export function completedSlots(state: Case, id: string, by: string | null): readonly Slot[] {
  const step = stepWith(state, id);
  if (!step || isHers(step)) return by === state.owner ? [] : ['owner'];
  return by === state.owner ? ['entrepreneur'] : ['entrepreneur', 'owner'];
}

/** Whoever owes it and whoever has the case, but who moved it. Of a promise the entrepreneur has a letter of its own. */
export function movedSlots(
  state: Case,
  deadline: Deadline | undefined,
  { by, own }: { readonly by: string | null; readonly own: boolean },
): readonly Slot[] {
  const about = deadline?.basis.about;
  const step = about?.kind === 'step' ? stepWith(state, about.id) : undefined;
  if (!step) return [];
  const owner: readonly Slot[] = by === state.owner ? [] : ['owner'];
  return [...(own || step.withCase ? [] : slotOf(step.owner, by)), ...owner];
}

function slotOf(ref: MeetingRef, by: string | null): readonly Slot[] {
  if ('person' in ref) return ref.person === by ? [] : [`user:${ref.person}`];
  return 'unit' in ref ? [`manager-of:${ref.unit}`] : ['entrepreneur'];
}
