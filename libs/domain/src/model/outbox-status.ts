/** Where a message to a person stands, from WAITING to one of the others. HELD: it may have been sent before a restore. */
export const OUTBOX_STATUSES = ['WAITING', 'SENT', 'MERGED', 'DROPPED', 'FAILED', 'HELD'] as const;

export type OutboxStatus = (typeof OUTBOX_STATUSES)[number];
