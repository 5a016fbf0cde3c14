import { decide as today } from '../../../libs/domain/src/case/decide.js';
import { fold } from '../../../libs/domain/src/case/evolve.js';

/** Today's `decide`, except that a command with several events loses the last one. */
export const decide: typeof today = (ctx, state, command, now) => {
  const outcome = today(ctx, state, command, now);
  if (!outcome.ok || outcome.events.length < 2) return outcome;
  const events = outcome.events.slice(0, -1);
  return { ...outcome, events, state: fold(events, state) };
};
