import { evolve } from './evolve.js';
import type { RuleContext } from '../model/rule-context.js';
import type { Case, UserId } from '../model/case.js';
import type { CaseEvent, EventBodies, EventType } from '../model/events.js';
import type { Instant } from '../time.js';

/** What a call of `decide` or `fire` leads to: its events, and the case after them. */
export interface CaseChange {
  readonly events: readonly CaseEvent[];
  readonly state: Case;
}

/** The events that one call of `decide`, `fire` or `openingEvents` has produced so far, and the case after them. */
export interface EventBuffer {
  readonly ctx: RuleContext;
  readonly now: Instant;
  /** Null when the clock acts. */
  readonly by: UserId | null;
  readonly command?: { readonly id: string; readonly hash: string };
  state: Case;
  readonly events: CaseEvent[];
}

export function createEventBuffer(
  ctx: RuleContext,
  state: Case,
  now: Instant,
  by: UserId | null,
  command?: EventBuffer['command'],
): EventBuffer {
  return { ctx, state, now, by, command, events: [] };
}

/** Appends an event and folds it at once, so that later rules see it. `at` is when it happened. */
export function appendEvent<T extends EventType>(
  buffer: EventBuffer,
  type: T,
  data: EventBodies[T],
  at: Instant = buffer.now,
): void {
  const isFirstOfCommand =
    buffer.command !== undefined && !buffer.events.some((event) => event.command === buffer.command?.id);
  // TypeScript cannot relate T to its own body across the union, hence the one cast.
  const event = {
    seq: buffer.state.version + 1,
    type,
    at,
    recordedAt: buffer.now,
    by: buffer.by,
    ...(buffer.command && { command: buffer.command.id }),
    ...(isFirstOfCommand && { hash: buffer.command?.hash }),
    data,
  } as unknown as CaseEvent;
  buffer.state = evolve(buffer.state, event);
  buffer.events.push(event);
}
