import { transitionsOf } from '#domain/case/transitions.js';
import { osloDateOf } from '#domain/calendar/oslo-time.js';
import { resolveSlot } from '#domain/people/resolve-slot.js';
import { outboxMessagesOf } from '#store/mailroom/outbox-messages-of.js';
import type { PlayedCase } from './play-case.js';

/** How many letters somebody got in one case, and how many of them were escalations. */
export interface Received {
  readonly letters: number;
  readonly escalations: number;
}

/** What the mailroom would have sent in one case, by receiver. */
export function lettersOf({ events, cast }: PlayedCase): ReadonlyMap<string, Received> {
  const received = new Map<string, Received>();
  for (const transition of transitionsOf(null, events)) {
    const on = osloDateOf(transition.event.at);
    for (const row of outboxMessagesOf(transition)) {
      if (row.status !== 'WAITING') continue;
      const directory = cast.directoryOn(on);
      const person = resolveSlot(row.slot, { case: transition.after, directory, on })?.id ?? row.slot;
      const { letters, escalations } = received.get(person) ?? { letters: 0, escalations: 0 };
      received.set(person, { letters: letters + 1, escalations: escalations + Number(row.kind === 'escalated') });
    }
  }
  return received;
}
