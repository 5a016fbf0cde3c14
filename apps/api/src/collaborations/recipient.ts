import type { Handover, UserId } from '#domain/case/case.js';
import type { Slot } from '#domain/process/core.js';
import { resolveSlot } from '#registers/slots.js';
import type { CaseContext } from './case-context.js';

export interface RecipientView {
  readonly id: UserId | null;
  readonly name: string;
  readonly unit: string | null;
}

type Needs = Pick<CaseContext, 'state' | 'directory' | 'away' | 'enquiry' | 'organisation'>;

/** Who a letter's slot means now; an entrepreneur without a user is known by the enquiry's contact. */
export function recipientOf(
  slot: Slot,
  { state, directory, away, enquiry, organisation }: Needs,
  about: { readonly debtor?: UserId; readonly handover?: Handover } = {},
): RecipientView {
  const user = resolveSlot(slot, { case: state, directory, away, ...about });
  if (user) return { id: user.id, name: user.name, unit: user.unit };
  const name = slot === 'entrepreneur' ? (enquiry?.contactName ?? organisation?.name) : undefined;
  return { id: null, name: name ?? slot, unit: null };
}
