import { osloDateOf } from '../calendar/oslo-time.js';
import { hasEnded } from '../period.js';
import { addDays } from '../time.js';
import { appendEvent } from './event-buffer.js';
import type { UserId } from '../model/case.js';
import type { EventBuffer } from './event-buffer.js';
import type { LocalDate } from '../time.js';

interface PassedRole {
  readonly role: string;
  readonly person: UserId;
  readonly from?: LocalDate;
  readonly to?: LocalDate;
}

/** A role in the case passes to the person; whoever had it has it no longer from that day. */
export function passRole(buffer: EventBuffer, { role, person, from = osloDateOf(buffer.now), to }: PassedRole): void {
  const held = (buffer.state.parties ?? []).filter((it) => it.role === role && !hasEnded(it, from));
  if (held.some((it) => it.party === person && it.from <= from && it.to === (to ?? null))) return;
  for (const before of new Set(held.map(({ party }) => party)))
    appendEvent(buffer, 'roleEnded', { person: before, role, to: addDays(from, -1) });
  appendEvent(buffer, 'roleAssigned', { role, person, from, to: to ?? null });
}
