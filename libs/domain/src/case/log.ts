import { evolve } from './evolve.js';
import type { Context } from '../model/context.js';
import type { Case, UserId } from '../model/case.js';
import type { CaseEvent, EventBodies, EventType } from '../model/events.js';
import type { Instant } from '../time.js';

/** Events being decided, with the case as it is after each of them. Lives inside one call of `decide` or `fire`. */
export interface Log {
  readonly ctx: Context;
  readonly now: Instant;
  /** Null while the clock acts. */
  readonly by: UserId | null;
  readonly command?: { readonly id: string; readonly hash: string };
  state: Case;
  readonly events: CaseEvent[];
}

export function beginLog(ctx: Context, state: Case, now: Instant, by: UserId | null, command?: Log['command']): Log {
  return { ctx, state, now, by, command, events: [] };
}

/** Appends an event and folds it at once, so that what follows sees it. `at` is when it held; now when absent. */
export function append<T extends EventType>(log: Log, type: T, data: EventBodies[T], at: Instant = log.now): void {
  const first = log.command !== undefined && !log.events.some((event) => event.command === log.command?.id);
  // TypeScript cannot relate T to its own body across the union, hence the one cast.
  const event = {
    seq: log.state.version + 1,
    type,
    at,
    recordedAt: log.now,
    by: log.by,
    ...(log.command && { command: log.command.id }),
    ...(first && { hash: log.command?.hash }),
    data,
  } as unknown as CaseEvent;
  log.state = evolve(log.state, event);
  log.events.push(event);
}
