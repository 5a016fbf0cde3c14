import type { UserId } from '#domain/model/case.js';
import type { Slot } from '#domain/process/core.js';
import { resolveSlot } from '#domain/people/slots.js';
import type { SlotContext } from '#domain/people/slots.js';
import type { CaseContext } from './case-context.js';

export interface RecipientView {
  readonly id: UserId | null;
  readonly name: string;
  readonly unit: string | null;
}

type Needs = Pick<CaseContext, 'state' | 'directory' | 'enquiry' | 'organisation'>;

/** The local day of the letter, whose debtor and whose handover it is about. */
type About = Pick<SlotContext, 'on' | 'debtor' | 'handover'>;

/** Who a letter's slot means on its day; an entrepreneur without a user is known by the enquiry's contact. */
export function recipientOf(
  slot: Slot,
  { state, directory, enquiry, organisation }: Needs,
  about: About,
): RecipientView {
  const user = resolveSlot(slot, { case: state, directory, ...about });
  if (user) return { id: user.id, name: user.name, unit: user.unit };
  const name = slot === 'entrepreneur' ? (enquiry?.contactName ?? organisation?.name) : undefined;
  return { id: null, name: name ?? slot, unit: null };
}
