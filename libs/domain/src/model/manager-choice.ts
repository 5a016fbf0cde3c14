/** What a manager may choose when nobody answered a handover. */
export const LAPSED_CHOICES = ['EXTEND', 'REASSIGN', 'TAKE_BACK', 'STOP'] as const;
export type LapsedChoice = (typeof LAPSED_CHOICES)[number];

/** What a manager may choose when an answer that the municipality owes by law was missed. */
export const ESCALATION_CHOICES = ['REASSIGN', 'EXTEND', 'DECIDE', 'STOP'] as const;
export type EscalationChoice = (typeof ESCALATION_CHOICES)[number];
