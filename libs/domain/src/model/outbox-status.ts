/** Where a message to a person stands, from WAITING to one of the others. */
export const OUTBOX_STATUSES = ['WAITING', 'SENT', 'MERGED', 'DROPPED', 'FAILED'] as const;

export type OutboxStatus = (typeof OUTBOX_STATUSES)[number];
