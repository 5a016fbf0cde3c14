import type { z } from 'zod';
import type { CaseEvent } from '#domain/model/events.js';
import type { enquiryReceipt } from '#contracts/http/enquiries.js';
import type { Reachable } from '#store/people/reachable.js';

/** The promise that a named person makes contact (F1); its date is the enquiry's `replyBy`. */
const CONTACT_PROMISE = 'firstContact.contact';

export type Receipt = z.infer<typeof enquiryReceipt>;

/** What an enquiry is answered with: from the opening events alone, so that a repeat is answered the same. */
export function receiptOf(opening: readonly CaseEvent[], contact: Reachable, statusUrl: string): Receipt {
  const [received] = opening;
  if (received?.type !== 'enquiryReceived') throw new Error('a history begins with enquiryReceived');
  const promise = opening.find(
    (event) => event.type === 'deadlineOpened' && event.data.deadline.kind === CONTACT_PROMISE,
  );
  if (promise?.type !== 'deadlineOpened') throw new Error(`the process promises no ${CONTACT_PROMISE}`);
  const { id, number } = received.data;
  return { id, number, replyBy: promise.data.deadline.dueOn, contact, statusUrl };
}
