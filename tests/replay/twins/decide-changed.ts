import { decide as today } from '../../../libs/domain/src/case/decide.js';
import type { CaseEvent } from '../../../libs/domain/src/model/events.js';

/** Today's `decide`, except that it notes in every fact that it is changed. */
export const decide: typeof today = (ctx, state, command, now) => {
  const outcome = today(ctx, state, command, now);
  return outcome.ok ? { ...outcome, events: outcome.events.map(noted) } : outcome;
};

const noted = (event: CaseEvent): CaseEvent =>
  event.type === 'factRegistered' ? { ...event, data: { ...event.data, data: { changed: true } } } : event;
