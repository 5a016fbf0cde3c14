import type { Participant } from '../model/case.js';
import type { CaseEvent } from '../model/events.js';

type PartyEvent = Extract<CaseEvent, { type: 'partyAdded' | 'partyEnded' | 'roleAssigned' | 'roleEnded' }>;

/** Participants after an event; whoever has left stays on the list with a last day. */
export function evolveParticipants(before: readonly Participant[] = [], event: PartyEvent): readonly Participant[] {
  if (event.type === 'partyAdded') return [...before, { ...event.data }];
  if (event.type === 'roleAssigned') {
    const { person, ...held } = event.data;
    return [...before, { party: person, ...held }];
  }
  const { role, to } = event.data;
  const party = event.type === 'roleEnded' ? event.data.person : event.data.party;
  return before.map((it) => (it.party === party && it.role === role && lastsBeyond(it, to) ? { ...it, to } : it));
}

const lastsBeyond = ({ to }: Participant, after: string): boolean => to === null || to > after;
