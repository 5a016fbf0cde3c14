import type { Participant } from '../model/case.js';
import type { CaseEvent } from '../model/events.js';

type PartyEvent = Extract<CaseEvent, { type: 'partyAdded' | 'partyEnded' }>;

/** Participants after an event; whoever has left stays on the list with a last day. */
export function evolveParticipants(before: readonly Participant[] = [], event: PartyEvent): readonly Participant[] {
  if (event.type === 'partyAdded') return [...before, { ...event.data }];
  const { party, role, to } = event.data;
  return before.map((it) => (it.party === party && it.role === role && lastsBeyond(it, to) ? { ...it, to } : it));
}

const lastsBeyond = ({ to }: Participant, after: string): boolean => to === null || to > after;
