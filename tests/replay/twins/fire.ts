import { fold } from '../../../libs/domain/src/case/evolve.js';
import { fire as today } from '../../../libs/domain/src/case/fire.js';

/** Today's `fire`, except that a reminder is no longer sent. */
export const fire: typeof today = (ctx, state, now) => {
  const events = today(ctx, state, now).events.map((event) =>
    event.type === 'reminderDue' ? { ...event, data: { ...event.data, send: false } } : event,
  );
  return { events, state: fold(events, state) };
};
