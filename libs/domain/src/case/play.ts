import { nextDeadline } from '../deadline/next-deadline.js';
import { decide } from './decide.js';
import { evolve, fold } from './evolve.js';
import { fire } from './fire.js';
import { open } from './open.js';
import type { Case } from '../model/case.js';
import type { Command } from '../model/command.js';
import type { Context } from '../model/context.js';
import type { CaseEvent } from '../model/events.js';
import type { Opening } from './open.js';
import type { Refusal } from '../model/refusal.js';
import type { Instant } from '../time.js';

/** One case played through time by the rules alone: for imports, demonstrations and rehearsals. */
export interface Play {
  readonly events: readonly CaseEvent[];
  state(): Case;
  now(): Instant;
  /** Lets time pass up to `instant`, the clock doing what it owes on the way, each thing when it is due. */
  until(instant: Instant): void;
  /** Lets time jump, as when everything was down: what fell due meanwhile happens only now. */
  jump(instant: Instant): void;
  /** Gives a command now; the refusal, or null when it was taken. */
  give(command: Command): Refusal | null;
}

export function startPlay(ctx: Context, opening: Opening, receivedAt: Instant): Play {
  const events: CaseEvent[] = [...open(ctx, opening, receivedAt)];
  let state = fold(events);
  let now = receivedAt;
  const take = (more: readonly CaseEvent[]): void => {
    state = more.reduce(evolve, state);
    events.push(...more);
  };
  return {
    events,
    state: () => state,
    now: () => now,
    until(instant) {
      for (let due = nextDeadline(state); due !== null && due <= instant; due = nextDeadline(state)) {
        now = due > now ? due : now;
        take(fire(ctx, state, now));
      }
      now = instant;
    },
    jump(instant) {
      now = instant;
      take(fire(ctx, state, now));
    },
    give(command) {
      const outcome = decide(ctx, state, command, now);
      if (!outcome.ok) return outcome.refusal;
      take(outcome.events);
      return null;
    },
  };
}
