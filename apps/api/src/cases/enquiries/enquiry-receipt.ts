import type { z } from 'zod';
import type { CaseEvent } from '#domain/model/events.js';
import type { ProcessDocument } from '#domain/process/process-document.js';
import type { enquiryReceipt } from '#contracts/http/cases/enquiry.js';
import type { ContactDetails } from '#store/people/contact-details.js';

export type EnquiryReceipt = z.infer<typeof enquiryReceipt>;

/** The answer to an enquiry, made from the opening events alone so that a repeated request gets the same answer. */
export function receiptOf(
  { deadlines }: ProcessDocument,
  opening: readonly CaseEvent[],
  contact: ContactDetails,
  statusUrl: string,
): EnquiryReceipt {
  const [received] = opening;
  if (received?.type !== 'enquiryReceived') throw new Error('a history begins with enquiryReceived');
  const promise = opening.find(
    (event) => event.type === 'deadlineOpened' && deadlines[event.data.deadline.kind]?.promisedReply,
  );
  if (promise?.type !== 'deadlineOpened') throw new Error('the process promises no reply');
  const { id, number } = received.data;
  return { id, number, replyBy: promise.data.deadline.dueOn, contact, statusUrl };
}
