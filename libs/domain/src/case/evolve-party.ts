import type { CaseParty } from '../model/case.js';
import type { CaseEvent } from '../model/events.js';

type PartyEvent = Extract<CaseEvent, { type: 'partyAdded' | 'partyEnded' }>;

/** The parties after one more event; who has left stays on the list with the last day. */
export function partiesAfter(before: readonly CaseParty[] = [], event: PartyEvent): readonly CaseParty[] {
  if (event.type === 'partyAdded') return [...before, { ...event.data }];
  const { party, role, to } = event.data;
  return before.map((it) => (it.party === party && it.role === role && goesOn(it, to) ? { ...it, to } : it));
}

const goesOn = ({ to }: CaseParty, after: string): boolean => to === null || to > after;
