import { decide } from '#domain/case/decide.js';
import { fire } from '#domain/case/fire.js';
import { nextWakeAt } from '#domain/deadline/next-wake.js';
import { RULE_LEVEL } from '#domain/model/rule-context.js';
import { coreOf } from '#domain/process/process-core.js';
import { addMillis } from '#domain/time.js';
import { newestProcess } from '#processes/versions.js';
import { demoCommandPeople } from '#support/simulated-case.js';
import type { Case } from '#domain/model/case.js';
import type { Refusal } from '#domain/model/refusal.js';
import type { CommandBody } from '#domain/model/command.js';
import type { Instant } from '#domain/time.js';

/** A case that goes on from any state, by the domain rules alone. */
export interface ContinuedCase {
  state(): Case;
  now(): Instant;
  advanceTo(instant: Instant): void;
  /** Lets a minute pass after it; throws when the command is refused. */
  submit(user: string, body: CommandBody): void;
  /** @returns the refusal, or null when the command was accepted. */
  trySubmit(user: string, body: CommandBody): Refusal | null;
}

const ctx = { core: coreOf(newestProcess), speed: 1, ruleLevel: RULE_LEVEL };

export function continueCase(from: Case, at: Instant): ContinuedCase {
  let [state, now, commands] = [from, at, 0];
  const advanceTo = (instant: Instant): void => {
    for (let due = nextWakeAt(state); due !== null && due <= instant; due = nextWakeAt(state)) {
      now = due > now ? due : now;
      ({ state } = fire(ctx, state, now));
    }
    now = instant;
  };
  const trySubmit: ContinuedCase['trySubmit'] = (user, body) => {
    const by = { user, grants: demoCommandPeople[user]?.grants ?? [] };
    const id = `continued ${(commands += 1)}`;
    const outcome = decide(ctx, state, { id, hash: '', by, people: demoCommandPeople, body }, now);
    if (!outcome.ok) return outcome.refusal;
    ({ state } = outcome);
    return null;
  };
  return {
    state: () => state,
    now: () => now,
    advanceTo,
    trySubmit,
    submit(user, body) {
      const refusal = trySubmit(user, body);
      if (refusal) throw new Error(`${user} ${JSON.stringify(body)}: ${refusal.detail.nb}`);
      advanceTo(addMillis(now, 60_000));
    },
  };
}
