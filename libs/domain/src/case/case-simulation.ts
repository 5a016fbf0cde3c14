import { nextWakeAt } from '../deadline/next-wake.js';
import { decide } from './decide.js';
import { fold } from './evolve.js';
import { fire } from './fire.js';
import type { CaseChange } from './event-buffer.js';
import { openingEvents } from './opening-events.js';
import type { Case } from '../model/case.js';
import type { Command } from '../model/command.js';
import type { RuleContext } from '../model/rule-context.js';
import type { CaseEvent } from '../model/events.js';
import type { CaseOpening } from './opening-events.js';
import type { Refusal } from '../model/refusal.js';
import type { Instant } from '../time.js';

/** Simulates one case over time with the domain rules alone, without workflow or database. */
export interface CaseSimulation {
  readonly events: readonly CaseEvent[];
  state(): Case;
  now(): Instant;
  /** Advances to `instant`; everything that falls due on the way fires at its own time. */
  advanceTo(instant: Instant): void;
  /** Skips to `instant` as after an outage: what fell due meanwhile fires only now. */
  skipTo(instant: Instant): void;
  /** Gives a command now. @returns the refusal, or null when the command was accepted. */
  submit(command: Command): Refusal | null;
}

export function simulateCase(ctx: RuleContext, opening: CaseOpening, receivedAt: Instant): CaseSimulation {
  const events: CaseEvent[] = [...openingEvents(ctx, opening, receivedAt)];
  let state = fold(events);
  let now = receivedAt;
  const append = (added: CaseChange): void => {
    ({ state } = added);
    events.push(...added.events);
  };
  return {
    events,
    state: () => state,
    now: () => now,
    advanceTo(instant) {
      for (let due = nextWakeAt(state); due !== null && due <= instant; due = nextWakeAt(state)) {
        now = due > now ? due : now;
        append(fire(ctx, state, now));
      }
      now = instant;
    },
    skipTo(instant) {
      now = instant;
      append(fire(ctx, state, now));
    },
    submit(command) {
      const outcome = decide(ctx, state, command, now);
      if (!outcome.ok) return outcome.refusal;
      append(outcome);
      return null;
    },
  };
}
