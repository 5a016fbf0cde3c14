import { fire as today } from '../../../libs/domain/src/case/fire.js';

/** Today's `fire`, except that the case forgets its recent commands. */
export const fire: typeof today = (ctx, state, now) => {
  const { events, state: after } = today(ctx, state, now);
  return { events, state: { ...after, recentCommands: [] } };
};
