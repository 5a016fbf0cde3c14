import type { MeetingRef } from '../../model/meetings.js';
import type { PersonOrUnitRef } from './command-definition.js';

/** The people and units that a command about a meeting names, with where it does. */
export const refsOf = (pointer: string, all: readonly MeetingRef[]): readonly PersonOrUnitRef[] =>
  all.flatMap((ref, index) => refOf(`${pointer}/${index}`, ref, 'user'));

export function refOf(pointer: string, ref: MeetingRef, kind: 'user' | 'staff'): readonly PersonOrUnitRef[] {
  if ('person' in ref) return [{ pointer: `${pointer}/person`, id: ref.person, kind }];
  return 'unit' in ref ? [{ pointer: `${pointer}/unit`, id: ref.unit, kind: 'unit' }] : [];
}
