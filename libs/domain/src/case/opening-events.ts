import { reconcileDeadlines } from './reconcile-deadlines.js';
import { evolve } from './evolve.js';
import { appendEvent } from './event-buffer.js';
import type { TextKey, UnitId, UserId } from '../model/case.js';
import type { CaseEvent } from '../model/events.js';
import type { RuleContext } from '../model/rule-context.js';
import type { EventBuffer } from './event-buffer.js';
import type { Instant } from '../time.js';

/** What a case is opened with. Holds keys only; names and texts are in Postgres. */
export interface CaseOpening {
  readonly id: string;
  readonly number: string;
  readonly organisation: string | null;
  readonly entrepreneur: UserId | null;
  /** Accountable until somebody takes it: the front line, or the member of staff who opened it. */
  readonly owner: UserId;
  readonly unit: UnitId;
  readonly channel: string;
  /** `enquiry` by an entrepreneur, or `staff` (also from a need, with no entrepreneur yet). */
  readonly origin: string;
  readonly title: TextKey;
  readonly area: string | null;
  /** The member of staff who opened it; null when the entrepreneur did. */
  readonly by: UserId | null;
  /** The owner has no cases in the unit and only receives this one: nobody is its case handler yet. */
  readonly isReceived?: boolean;
  readonly command?: { readonly id: string; readonly hash: string };
}

/**
 * The events that open a case: the enquiry, its receipt and the deadlines of first contact.
 * @param receivedAt  when the enquiry came in; day 0 of every first deadline.
 */
export function openingEvents(ctx: RuleContext, opening: CaseOpening, receivedAt: Instant): readonly CaseEvent[] {
  const { core } = ctx;
  const [gate] = core.phases[core.startPhase].gates;
  if (!gate) throw new Error(`${core.startPhase} has no gate`);
  const { id, number, organisation, entrepreneur, owner, unit, channel, origin, title, area, by, command } = opening;
  const isCaseHandler = by !== null && by === owner && opening.isReceived !== true;
  const first: CaseEvent = {
    seq: 1,
    type: 'enquiryReceived',
    at: receivedAt,
    recordedAt: receivedAt,
    by,
    ...(command && { command: command.id, hash: command.hash }),
    data: {
      id,
      number,
      process: { id: core.id, version: core.version },
      phase: core.startPhase,
      gate,
      organisation,
      entrepreneur,
      owner,
      contact: owner,
      unit,
      channel,
      origin,
      title,
      area,
    },
  };
  const buffer: EventBuffer = { ctx, now: receivedAt, by, command, state: evolve(null, first), events: [first] };
  // The answer to the form is the receipt: whoever sent the enquiry sees it, with its number, the contact and the promised day.
  if (origin === 'enquiry' && by === null) appendEvent(buffer, 'receiptSent', { to: 'entrepreneur' });
  if (isCaseHandler) appendEvent(buffer, 'ownerAssigned', { owner, unit, from: owner });
  reconcileDeadlines(buffer);
  return buffer.events;
}
