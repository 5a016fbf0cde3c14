import type { UserId } from '#domain/model/case.js';
import type { Slot } from '#domain/process/process-document.js';
import { resolveSlot } from '#domain/people/resolve-slot.js';
import type { SlotContext } from '#domain/people/resolve-slot.js';
import type { CaseContext } from './case-context.js';

export interface RecipientView {
  readonly id: UserId | null;
  readonly name: string;
  readonly unit: string | null;
}

type RecipientContext = Pick<CaseContext, 'directory' | 'enquiry' | 'organisation'> & {
  readonly state: SlotContext['case'];
};

/** The local day of the message, and the debtor or handover it is about. */
type MessageContext = Pick<SlotContext, 'on' | 'debtor' | 'handover'>;

/** Resolves a slot to a person on the day of the message; an entrepreneur without a user is the enquiry's contact. */
export function recipientOf(
  slot: Slot,
  { state, directory, enquiry, organisation }: RecipientContext,
  about: MessageContext,
): RecipientView {
  const user = resolveSlot(slot, { case: state, directory, ...about });
  if (user) return { id: user.id, name: user.name, unit: user.unit };
  const name = slot === 'entrepreneur' ? (enquiry?.contactName ?? organisation?.name) : undefined;
  return { id: null, name: name ?? (slot === 'speakers' ? 'De som taler for organisasjonen' : slot), unit: null };
}
